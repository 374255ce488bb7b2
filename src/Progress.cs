using PublicLedger.Diagnostics;

namespace PublicLedger;

/// <summary>One line on the terminal that says what is being done, and is gone when it is done. Where nobody looks, nothing is written.</summary>
internal sealed class Progress : IDisposable
{
    private readonly bool shown;
    private int length;

    private Progress(bool shown) => this.shown = shown;

    /// <summary>Progress for people at a terminal; silent for anybody else.</summary>
    public static Progress Of(Request request) => new(!request.Quiet && request.Format == MessageFormat.Text && !Console.IsErrorRedirected);

    /// <summary>Says which stage starts.</summary>
    public void Say(string stage)
    {
        if (!shown) return;
        var words = stage switch
        {
            "sources" => "Reading the files …",
            "documents" => "Reading the records …",
            "records" => "Looking up names …",
            "findings" => "Checking what follows …",
            "outputs" or "stage" => "Making the pages …",
            "verify" => "Checking the site …",
            "publish" => "Publishing …",
            _ => null,
        };
        if (words is null) return;
        Clear();
        Console.Error.Write(words);
        length = words.Length;
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose() => Clear();

    private void Clear()
    {
        if (length == 0) return;
        Console.Error.Write("\r" + new string(' ', length) + "\r");
        length = 0;
    }
}
