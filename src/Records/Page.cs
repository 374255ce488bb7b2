namespace PublicLedger.Records;

/// <summary>Anything else the coalition wants to say.</summary>
public sealed record Page(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("page", "pages", "Page", "Pages", [], "date", (_, core) => new Page(core));
}
