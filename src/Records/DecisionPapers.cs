using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>A stake of its own that a member declared in what was decided.</summary>
/// <param name="At">Where it is recorded.</param>
/// <param name="Member">Who; null when not given.</param>
/// <param name="What">The stake, in the member's words ("Owns the depot").</param>
/// <param name="Handled">recused (it took no part), took-part or not-recorded; null when not given, which says as much as not-recorded.</param>
public sealed record Interest(Location At, Ref? Member, string? What, string? Handled)
{
    internal static Interest Read(Fields fields)
    {
        var read = new Interest(fields.At, fields.Link("member", "member"), fields.Text("interest"), fields.Word("handled", ["recused", "took-part", "not-recorded"]));
        if (read.Member is null) fields.Say.KeyMissing(fields.At, "member", "interests");
        fields.Finish();
        return read;
    }
}

/// <summary>A paper that members had before they decided.</summary>
/// <param name="Title">Its title; null when not given.</param>
/// <param name="Address">Where it is: a file beside the records, or an address on another site; null for a paper that is not published.</param>
public sealed record Paper(string? Title, Link? Address)
{
    internal static Paper Read(Fields fields)
    {
        var read = new Paper(fields.Text("title"), fields.Place("url") is { } url ? new Link(url.Value, url.At, IsImage: false) : null);
        if (read is { Title: null, Address: null }) fields.Say.KeyMissing(fields.At, "title", "papers");
        fields.Finish();
        return read;
    }
}
