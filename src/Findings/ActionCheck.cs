using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>An action whose day or state is written in words that are not read has none, and nobody would be reminded of it.</summary>
internal static partial class ActionCheck
{
    private static readonly ImmutableArray<string> States = ["open", "done"];

    private static readonly ImmutableArray<string> OtherStates = ["closed", "complete", "completed", "finished", "pending", "in progress", "ongoing"];

    public static void Check(ImmutableArray<ActionItem> actions, Corpus corpus, DiagnosticBag say)
    {
        foreach (var action in actions)
        {
            if (action.Meeting.Core.Foreign) continue;
            var parts = Dash().Split(action.Text);
            foreach (var part in parts.Skip(1))
                if ((action.Due is null && part.StartsWith("due ", StringComparison.OrdinalIgnoreCase)) || (action.State is null && IsState(part.TrimEnd('.')))) say.ActionPartNotRead(action.Mark.At, part);
            if (action.Owner is null && Owner().Match(action.Text) is { Success: true } owner && Spelling.Nearest(owner.Groups[1].Value, corpus.Ids(Member.OfKind.Name)) is { } near)
                say.NameMisspelt(action.Mark.At, Member.OfKind.Name, owner.Groups[1].Value, near);
        }
    }

    private static bool IsState(string part) => OtherStates.Contains(part.ToLowerInvariant()) || Spelling.Nearest(part, States) is not null;

    [GeneratedRegex(@"\s+[-–—]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^([a-z0-9-]{4,})\s+to\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
