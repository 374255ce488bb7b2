using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>The words readers see for a status. A status that is not given says so, and is never filled in.</summary>
internal static class StatusTags
{
    /// <summary>The tag of any record that was retracted or removed; null for any other status.</summary>
    public static Tag? Gone(string? status) => status switch
    {
        Records.Retraction.Retracted => new("Retracted", "stop"),
        Records.Retraction.Removed => new("Removed", "stop"),
        _ => null,
    };

    /// <summary>The tag of a decision as it stands.</summary>
    public static Tag Of(Consequences consequences, Records.Decision decision) =>
        Decision(consequences.Replacements.StatusOf(decision), decision.Core.StatusWritten, consequences.Ended is not null);

    /// <summary>The tag of a decision.</summary>
    /// <param name="status">The canonical word, or null.</param>
    /// <param name="written">The status as a found record wrote it, or null.</param>
    /// <param name="over">Whether the coalition has ended, so that what was not decided never will be.</param>
    public static Tag Decision(string? status, string? written = null, bool over = false) => status switch
    {
        "draft" when over => new("Draft, not decided before the coalition ended", "old"),
        "proposed" when over => new("Not decided before the coalition ended", "old"),
        "draft" => new("Draft", "warn"),
        "proposed" => new("Proposed", "info"),
        "accepted" => new("Adopted", "ok"),
        "implemented" => new("Adopted and done", "ok"),
        "rejected" => new("Rejected", "stop"),
        "withdrawn" => new("Withdrawn", "old"),
        "deferred" => new("Put off", "warn"),
        "deprecated" => new("No longer advised", "old"),
        "superseded" => new("Replaced", "old"),
        _ => Gone(status) ?? new(written is null ? "Status not given" : "Status not understood", "old"),
    };

    /// <summary>The tag of a commitment; late when its day has passed and it is not done.</summary>
    public static Tag Commitment(string? status, bool late, string? written = null) => (status, late) switch
    {
        ("complete", _) => new("Kept", "ok"),
        ("withdrawn", _) => new("Withdrawn", "old"),
        (null, _) => NotOurs(written),
        (Records.Retraction.Retracted or Records.Retraction.Removed, _) => Gone(status)!,
        (_, true) => new("Late", "stop"),
        ("substantial", _) => new("Mostly done", "info"),
        ("limited", _) => new("Some progress", "info"),
        ("not-started", _) => new("Not started", "warn"),
        var (other, _) => new(Words(other!), "info"),
    };

    /// <summary>The tag of a constraint's treatment.</summary>
    public static Tag Treatment(string? treatment) => treatment switch
    {
        "honoured" => new("Honoured", "ok"),
        "partly-honoured" => new("Partly honoured", "warn"),
        "overridden" => new("Overridden", "stop"),
        "withdrawn" => new("Withdrawn", "old"),
        _ => new("Not recorded", "old"),
    };

    /// <summary>The tag of a meeting; of one that was planned for a day after the coalition's last, that it was not held.</summary>
    public static Tag? Of(Consequences consequences, Records.Meeting meeting) =>
        meeting.Status is null or "scheduled" && consequences.Ended is { } end && meeting.Date?.First > end.Date.Last ? new("Not held", "old") : Meeting(meeting);

    /// <summary>The tag of a meeting: whether it takes place, then how far its minutes are; null when neither is recorded.</summary>
    public static Tag? Meeting(Records.Meeting meeting) => (meeting.Status, meeting.MinutesStatus) switch
    {
        (Records.Retraction.Retracted or Records.Retraction.Removed, _) => Gone(meeting.Status),
        ("cancelled", _) => new("Cancelled", "stop"),
        ("scheduled", _) => new("Planned", "info"),
        (_, "draft") => new("Draft minutes", "warn"),
        (_, "approved") => new("Approved", "ok"),
        (_, "corrected") => new("Corrected", "info"),
        _ => null,
    };

    /// <summary>The tag of something a meeting asked for; late when it is open and its day has passed.</summary>
    public static Tag Action(string? state, bool late) => (state, late) switch
    {
        ("done", _) => new("Done", "ok"),
        ("open", true) => new("Late", "stop"),
        ("open", false) => new("Open", "info"),
        _ => new("Not recorded", "old"),
    };

    /// <summary>The tag of a member's word on a version of an agreement.</summary>
    public static Tag Endorsement(string? position) => position switch
    {
        "endorsed" => new("Agreed", "ok"),
        "endorsed-with-reservations" => new("Agreed, with reservations", "warn"),
        "declined" => new("Did not agree", "stop"),
        "withdrawn" => new("No longer agrees", "old"),
        "pending" => new("Not decided yet", "info"),
        _ => new("Not recorded", "old"),
    };

    /// <summary>The tag of a concern: where it is, and no verdict.</summary>
    public static Tag Concern(string? status, string? written = null) => status switch
    {
        "raised" => new("Raised", "info"),
        "open" => new("Open", "info"),
        "discussed" => new("Talked about", "info"),
        "renegotiated" => new("New terms agreed", "old"),
        "settled" => new("Settled", "old"),
        "parted" => new("Parted", "old"),
        "withdrawn" => new("Withdrawn", "old"),
        _ => Gone(status) ?? NotOurs(written),
    };

    /// <summary>The tag of a working agreement.</summary>
    public static Tag WorkingAgreement(string? status, string? written = null) => status switch
    {
        "working" => new("Working", "ok"),
        "strained" => new("Under strain", "warn"),
        "proposed" => new("Proposed", "info"),
        "ended" => new("Ended", "old"),
        _ => Gone(status) ?? NotOurs(written),
    };

    /// <summary>The tag of any other word: itself, with its hyphens as blanks.</summary>
    public static Tag? Plain(string? word, string tone = "info") => word is null ? null : Gone(word) ?? new(Words(word), tone);

    /// <summary>"not-started" as "Not started".</summary>
    public static string Words(string word)
    {
        var text = word.Replace('-', ' ');
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>A status that is none of the kind's words: what the record says itself, while it is short enough to be a status.</summary>
    private static Tag NotOurs(string? written) => written switch
    {
        null => new("Status not given", "old"),
        { Length: <= 40 } => new(written, "old"),
        _ => new("Status not understood", "old"),
    };
}
