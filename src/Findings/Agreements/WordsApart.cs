namespace PublicLedger.Findings.Agreements;

/// <summary>Two texts that should be one, shown side by side in a message: only where they part, with a few words around.</summary>
internal static class WordsApart
{
    private const int Around = 4;
    private const int Most = 40;

    /// <summary>Both texts with square brackets around the words in which they differ.</summary>
    public static (string Left, string Right) Of(string left, string right)
    {
        var (a, b) = (left.Split(' ', StringSplitOptions.RemoveEmptyEntries), right.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        return (Shown(a, start, a.Length - end), Shown(b, start, b.Length - end));
    }

    /// <summary>The first words of a text.</summary>
    public static string Shortened(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return $"\"{string.Join(' ', words.Take(Most))}{(words.Length > Most ? " …" : "")}\"";
    }

    private static string Shown(string[] words, int start, int end)
    {
        if (words.Length == 0) return "nothing";
        var from = Math.Max(0, start - Around);
        var to = Math.Min(words.Length, end + Around);
        var apart = words[start..end];
        var shown = apart.Length <= Most ? string.Join(' ', apart) : string.Join(' ', apart.Take(Most / 2)) + " … " + string.Join(' ', apart.TakeLast(Most / 2));
        string[] parts = [from > 0 ? "…" : "", string.Join(' ', words[from..start]), apart.Length > 0 ? $"[{shown}]" : "[nothing]", string.Join(' ', words[end..to]), to < words.Length ? "…" : ""];
        return $"\"{string.Join(' ', parts.Where(part => part.Length > 0))}\"";
    }
}
