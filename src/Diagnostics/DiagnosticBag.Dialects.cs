using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said while records of other systems are translated. Nothing here is an error: such records are published as they are.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A status that is in no vocabulary.</summary>
    public void StatusNotUnderstood(Location at, string written, string? nearest) =>
        Unread(at, $"The status \"{Short(written)}\" is not a word we know, so the page says that the status was not understood.", nearest is null
            ? "Say what it means under `values: status` of this source."
            : $"If it means \"{nearest}\", say so under `values: status` of this source.", written);

    /// <summary>A field that says it says nothing.</summary>
    public void FieldNotGiven(Location at, string field, string written) =>
        Info(at, $"\"{written}\" in {(field == "a list" ? field : $"\"{field}\"")} was read as \"not given\".");

    /// <summary>A quoted value that YAML would refuse for its indentation alone.</summary>
    public void QuotedValueOutdented(Location at) =>
        Info(at, "A value in quotes goes on at the start of a line. It was read as one value.", "Indent the lines that continue a value by two blanks.");

    /// <summary>Day and month could be either way round.</summary>
    public void DateAmbiguous(Location at, string written, PartialDate dayFirst, PartialDate monthFirst) =>
        Unread(at, $"The date \"{written}\" can be {dayFirst} or {monthFirst}. It was left out.", "Say which comes first with `date-order: day` or `date-order: month` for this source.", written);

    /// <summary>Two places of one record give different dates.</summary>
    public void DatesDiffer(Location at, PartialDate used, string other, string otherDate) =>
        Unread(at, $"The date here is {used}, but {other} says {otherDate}. The date here was used.", "Correct the one that is wrong.", $"{used} / {otherDate}");

    /// <summary>The number in the file name is not the one in the heading.</summary>
    public void NumbersDiffer(Location at, string used, string other) =>
        Info(at, $"The heading has the number {other}, the file name has {used}. The number in the file name was used.", unread: other);

    /// <summary>Minutes in which nobody is listed.</summary>
    public void AttendanceNotFound(Location at) =>
        Info(at, "No list of those present was found in these minutes.", "Headings that are understood: Present, Attendees, Attending, Attendance.");

    /// <summary>Prose that may be a decision.</summary>
    public void MayBeDecision(Location at, string written) =>
        Info(at, $"This line may be a decision; it was not read as one: \"{Short(written)}\".", "If it is, start the line with \"RESOLUTION:\" or \"CONSENSUS:\".");

    /// <summary>A count that does not match the names behind it.</summary>
    public void VoteCountDiffers(Location at, string written, int count, int names) =>
        Unread(at, $"The line says {count}, but {names} {(names == 1 ? "name is" : "names are")} listed.", "Correct the number or the names.", written);

    /// <summary>Two counts of one vote.</summary>
    public void VoteTalliesDiffer(Location at, string written) =>
        Unread(at, "This record gives two different counts of its vote. Neither was used.", "Correct the one that is wrong.", written);

    /// <summary>What another bag says about a foreign file: the same sentences, but none of them forbids publishing.</summary>
    public void Reported(DiagnosticBag other)
    {
        foreach (var message in other.Sorted())
        {
            Add(message.Severity != Severity.Error ? message
                : message with { Severity = Severity.Warning, Unread = message.At.Source.LineAt(message.At.Line) });
        }
    }

    private void Unread(Location at, string message, string hint, string written, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        ErrorOrUnread(true, at, message, hint, written, name);
}
