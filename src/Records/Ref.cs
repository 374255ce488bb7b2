using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>
/// A name written in one record for another. A link is written once, on the newer record; its inverse is computed.
/// </summary>
/// <param name="Kind">The kind of record it names; null for any.</param>
/// <param name="Relation">The field it stands in ("supersedes", "under"), which says what the link means.</param>
/// <param name="Written">The id (or, in found records, the number or address) and where it stands.</param>
/// <param name="Strict">Whether it must name a record; else a name that is none of ours is shown as written.</param>
public sealed record Ref(string? Kind, string Relation, Located<string> Written, bool Strict)
{
    /// <summary>The id, without what follows <c>#</c> or, for a member's delegate, <c>/</c>.</summary>
    public string Id => Kind == "member" && Written.Value.IndexOf('/') is var slash and > 0 ? Written.Value[..slash]
        : Written.Value.IndexOf('#') is var hash and > 0 ? Written.Value[..hash]
        : Written.Value;

    /// <summary>The clause or section after <c>#</c>, or null.</summary>
    public string? Fragment => Kind != "member" && Written.Value.IndexOf('#') is var hash and > 0 ? Written.Value[(hash + 1)..] : null;

    /// <summary>The delegate after <c>/</c> in a member's name, or null.</summary>
    public string? Delegate => Kind == "member" && Written.Value.IndexOf('/') is var slash and > 0 ? Written.Value[(slash + 1)..] : null;

    /// <summary>For a link to part of a record ("point 3"), that part; else null.</summary>
    public string? Part { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Written.Value;
}
