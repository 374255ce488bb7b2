namespace PublicLedger.Documents.Dialects;

/// <summary>How a field's value is read.</summary>
internal enum FieldType
{
    /// <summary>Text, kept as it is.</summary>
    Text,

    /// <summary>A status word.</summary>
    Status,

    /// <summary>A date.</summary>
    Date,

    /// <summary>People or groups, several in one value.</summary>
    People,

    /// <summary>Other records, several in one value.</summary>
    References,

    /// <summary>Addresses of discussions and decisions elsewhere.</summary>
    Links,

    /// <summary>Words, several in one value.</summary>
    Words,
}

/// <summary>Their names for our fields, as seen in public decision logs (design: RECORDS-IN-THE-WILD, Fields).</summary>
internal static class FieldNames
{
    /// <summary>Our key for one of theirs, or null where it is not in the table for that form.</summary>
    /// <param name="dialect">The form of the record: some words mean something in one form only.</param>
    /// <param name="key">Their key, as written.</param>
    public static string? Ours(string dialect, string key)
    {
        var normal = Headings.Normal(key);
        return InOneForm(dialect, normal) ?? Everywhere(normal);
    }

    /// <summary>How the value of one of our keys is read.</summary>
    public static FieldType TypeOf(string ours) => ours switch
    {
        "status" => FieldType.Status,
        "date" or "proposed" or "updated" or "decide-by" or "due" or "made" or "since" or "adopted" or "in-force"
            or "review-date" or "sunset" or "raised" or "published" or "notice-given" => FieldType.Date,
        "decision-makers" or "proposed-by" or "consulted" or "informed" or "review-manager" or "endorsed-by"
            or "present" or "apologies" or "observers" or "chair" or "minutes-by" => FieldType.People,
        "supersedes" or "superseded-by" or "partly-superseded-by" or "amends" or "amended-by" or "requires" or "related" => FieldType.References,
        "discussion" or "resolution" or "recording" => FieldType.Links,
        "tags" => FieldType.Words,
        _ => FieldType.Text,
    };

    private static string? Everywhere(string key) => key switch
    {
        "title" or "status" or "date" or "consulted" or "informed" or "discussion" or "resolution" or "superseded-by" or "supersedes"
            or "partly-superseded-by" or "amends" or "amended-by" or "requires" or "related" or "tags" or "endorsed-by" or "number"
            or "review-manager" or "proposed-by" or "decision-makers" or "updated" => key,
        "id" or "oep" or "dep" or "kep-number" or "pep" => "number",
        "deciders" or "approvers" => "decision-makers",
        "author" or "authors" or "author(s)" or "shepherd" or "champion" or "proposer" => "proposed-by",
        "created" or "creation-date" or "start-date" => "proposed",
        "last-modified" or "last-updated" => "updated",
        "technical-story" or "discussions-to" or "rfc-pr" or "related-issue" => "discussion",
        "x-superseded-by" or "obsoleted-by" or "superseding-proposal" => "superseded-by",
        "replaces" or "obsoletes" or "previous-proposal" => "supersedes",
        "related-proposals" or "see-also" => "related",
        "category" => "tags",
        _ => null,
    };

    private static string? InOneForm(string dialect, string key) => (dialect, key) switch
    {
        ("pep", "pep-delegate" or "bdfl-delegate") => "decision-makers",
        ("pep", "sponsor") => "proposed-by",
        ("pep", "post-history") => "discussion",
        ("pep", "topic") => "tags",
        ("kep", "reviewers") => "consulted",
        ("kep", "owning-sig" or "participating-sigs") => "tags",
        ("swift", "proposal") => "number",
        ("swift", "review") => "discussion",
        ("swift", "decision-notes") => "resolution",
        ("swift", "vision" or "roadmap") => "related",
        ("plain" or "log4brains" or "madr", "arbiter" or "governance") => "decision-makers",
        ("plain", "updates") => "amends",
        ("plain", "updated-by") => "amended-by",
        ("minutes", "regrets" or "apologies") => "apologies",
        ("minutes", "attendees" or "present" or "attending") => "present",
        ("minutes", "scribe" or "minutes" or "minutes-by") => "minutes-by",
        ("minutes", "facilitator" or "chair") => "chair",
        ("minutes", "observers" or "guests") => "observers",
        ("minutes", "meeting-date") => "date",
        ("minutes", "recording" or "time") => key,
        _ => null,
    };
}

/// <summary>Values that say that there is no value.</summary>
internal static class Placeholder
{
    /// <summary>Words that stand where nothing is to be said, in a record that is otherwise filled in.</summary>
    public static bool IsNothing(string plain) =>
        plain.Trim().ToLowerInvariant() is "" or "n/a" or "na" or "null" or "none" or "tbd" or "todo" or "pending" or "yyyy-mm-dd";

    /// <summary>The words of a form nobody has filled in: in braces, in angle or square brackets, or alternatives joined by a bar.</summary>
    /// <param name="written">The value.</param>
    /// <param name="barJoins">Whether a bar between blanks can only mean alternatives.</param>
    public static bool IsForm(string written, bool barJoins = true)
    {
        var text = written.Trim();
        return text is ['{', .., '}'] || (text is ['<', .., '>'] && !text.Contains('@') && !text.Contains('/'))
            || (text is ['[', .., ']'] && text.IndexOf(']') == text.Length - 1 && !text.StartsWith("[e-mail", StringComparison.Ordinal)) || (barJoins && text.Contains(" | ", StringComparison.Ordinal));
    }
}
