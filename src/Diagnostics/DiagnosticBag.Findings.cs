using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said while consequences are drawn.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A link that leads to no file of the site.</summary>
    public void LinkDead(bool foreign, Location at, string target, string hint) =>
        ErrorOrUnread(foreign, at, $"The link to \"{Short(target)}\" leads nowhere.", hint, target);

    /// <summary>A link with an address that must not be followed.</summary>
    public void LinkUnsafe(bool foreign, Location at, string target) =>
        ErrorOrUnread(foreign, at, $"The link to \"{Short(target)}\" has an address that is not allowed.", "Use an address that starts with https://, or a path to another file.", target);

    /// <summary>A link to a section that is not there.</summary>
    public void LinkPlaceMissing(bool foreign, Location at, string page, string fragment, IReadOnlyCollection<string> known) =>
        Add(new Diagnostic(Severity.Warning, "link-place-missing", at, $"\"{page}\" has no section called \"{Short(fragment)}\"; the link leads to the top of the page.", Spelling.DidYouMean(fragment, known))
        {
            Unread = foreign ? "#" + fragment : null,
        });

    /// <summary>One member twice in a roll call.</summary>
    public void VotedTwice(Location at, string member, bool sameList, Location first) =>
        Error(at, $"{member} is {(sameList ? "twice in one list" : "in two lists")} of this vote; the first is on line {first.Line}.", "Keep the one that is right.", first);

    /// <summary>A vote of somebody who did not belong.</summary>
    public void NotMemberThen(bool foreign, Location at, string member, string day, string periods, Location memberFile) =>
        Add(new Diagnostic(foreign ? Severity.Warning : Severity.Error, "not-member-then", at, $"{member} was not a member on {day}: its file says {periods} ({memberFile.Source.Path}).", "Correct the vote, the date of the decision, or the member's periods.")
        {
            Other = memberFile,
            Unread = foreign ? member : null,
        });

    /// <summary>A word on a version of an agreement that there is not.</summary>
    public void EndorsedVersionUnknown(Location at, string agreement, string version, int versions) =>
        Warning(at, $"\"{Short(agreement)}\" has no version \"{Short(version)}\", so that nobody can tell what the member agreed to.", $"Write its number, {(versions == 1 ? "which is 1" : $"from 1 to {versions}")}, or the day from which it applied.");

    /// <summary>Present, and sent apologies.</summary>
    public void PresentAndAbsent(Location at, string member, Location present) =>
        Error(at, $"{member} is both present (line {present.Line}) and absent with apologies.", "Keep the one that is right.", present);

    /// <summary>Present as a member without being one.</summary>
    public void PresentNotMember(Location at, string member, string day, string periods, Location memberFile) =>
        Warning(at, $"{member} is listed as present, but was not a member on {day}: its file says {periods} ({memberFile.Source.Path}).", "List it under \"observers\", or correct the member's periods.", memberFile);

    /// <summary>A key of the configuration that is none of ours.</summary>
    public void SettingUnknown(Location at, string key, string? near) =>
        Warning(at, $"The setting \"{Short(key)}\" is not known and changes nothing.", near is null ? "" : $"Did you mean \"{near}\"?");
}
