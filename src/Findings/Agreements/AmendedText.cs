using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Agreements;

/// <summary>The text of an agreement while decision after decision is carried out on it.</summary>
internal sealed class AmendedText
{
    private readonly List<Effect> effects = [];
    private readonly Dictionary<string, Repealed> repeals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateOnly Day, Location At)> lastChange = new(StringComparer.Ordinal);
    private readonly HashSet<string> undone = new(StringComparer.Ordinal);

    public AmendedText(Platform founding)
    {
        Text = Draft.Of(founding);
        Rules = founding.Rules;
        ReviewDate = founding.ReviewDate;
        Folder = founding.Core.File.Text.Folder;
    }

    private AmendedText(AmendedText other)
    {
        (Text, Rules, ReviewDate, Folder) = (other.Text, other.Rules, other.ReviewDate, other.Folder);
        effects.AddRange(other.effects);
        foreach (var (anchor, repeal) in other.repeals) repeals[anchor] = repeal;
        foreach (var (anchor, last) in other.lastChange) lastChange[anchor] = last;
        undone.UnionWith(other.undone);
    }

    /// <summary>The text as it stands.</summary>
    public Draft Text { get; private set; }

    /// <summary>The rules as they stand.</summary>
    public ImmutableArray<DecisionRule> Rules { get; private set; }

    /// <summary>When members will look at it again.</summary>
    public PartialDate? ReviewDate { get; private set; }

    /// <summary>All that stands now, whatever is decided next.</summary>
    public Standing Now => new(Text, Rules, ReviewDate);

    /// <summary>The folder that addresses in the text start from.</summary>
    public string Folder { get; }

    /// <summary>Who ended a clause, and when; null for one that stands or never was.</summary>
    public Repealed? RepealOf(string anchor) => repeals.GetValueOrDefault(anchor);

    /// <summary>The change of a clause that applies from a day as well; null where there is none.</summary>
    public Location? ChangeOn(string anchor, DateOnly day) => lastChange.TryGetValue(anchor, out var last) && last.Day == day ? last.At : null;

    /// <summary>The same state, to try something on.</summary>
    public AmendedText Copy() => new(this);

    /// <summary>Carries out a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="day">The day from which it applies.</param>
    /// <param name="pending">Whether it is only proposed.</param>
    /// <param name="say">Where trouble is reported.</param>
    /// <returns>The clauses it changed; null where it could not be carried out, after a message.</returns>
    public ImmutableHashSet<string>? Apply(Decision decision, DateOnly day, bool pending, DiagnosticBag say)
    {
        var (start, rules, review) = (Text, Rules, ReviewDate);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        if (decision.Reverses is { } reversed && !Reverse(reversed, pending, touched, say)) return null;
        var amender = new Amender(Text, this, decision, day, pending, say);
        foreach (var change in decision.Changes) amender.Apply(change);
        if (amender.Failed) return null;
        Text = amender.Text;
        foreach (var rule in decision.Rules) Rules = With(Rules, rule.Name.Value, rule);
        ReviewDate = decision.AgreementReview ?? ReviewDate;
        touched.UnionWith(amender.Touched.Keys);
        Note(start, day, anchor => amender.Touched.TryGetValue(anchor, out var change) ? change.At : decision.Core.At, touched);
        var effect = new Effect(decision, start, Text, [.. touched], amender.Moved.ToImmutableHashSet(StringComparer.Ordinal)) { Rules = rules, Review = review };
        effects.Add(effect);
        return effect.Touched;
    }

    /// <summary>Takes back what a decision did, because its time has run out.</summary>
    public ImmutableHashSet<string>? End(Decision decision, DateOnly day, DiagnosticBag say)
    {
        if (undone.Contains(decision.Id) || effects.Find(e => e.Decision.Id == decision.Id) is not { } effect) return [];
        var start = Text;
        if (Undoing.Of(Text, effect, ChangedSince, decision.SunsetAt, false, say) is not { } text) return null;
        Undo(effect, text);
        Note(start, day, _ => decision.SunsetAt, effect.Touched);
        return effect.Touched;
    }

    private bool Reverse(Ref reversed, bool pending, HashSet<string> touched, DiagnosticBag say)
    {
        var effect = effects.Find(e => e.Decision.Id == reversed.Id);
        if (effect is null || undone.Contains(reversed.Id))
        {
            say.NothingToReverse(pending, reversed.Written.At, reversed.Id);
            return false;
        }

        if (Undoing.Of(Text, effect, ChangedSince, reversed.Written.At, pending, say) is not { } text) return false;
        Undo(effect, text);
        touched.UnionWith(effect.Touched);
        return true;
    }

    /// <summary>The text without what a decision did, and with it the rules and the day of review that nobody changed since.</summary>
    private void Undo(Effect effect, Draft text)
    {
        Text = text;
        foreach (var rule in effect.Decision.Rules)
            if (Rules.Contains(rule)) Rules = With(Rules, rule.Name.Value, effect.Rules.FirstOrDefault(r => r.Name.Value == rule.Name.Value));
        if (effect.Decision.AgreementReview is { } review && ReviewDate == review) ReviewDate = effect.Review;
        undone.Add(effect.Decision.Id);
        // What the decision had undone stands again, and can end again.
        if (effect.Decision.Reverses is { } restored) undone.Remove(restored.Id);
    }

    private static ImmutableArray<DecisionRule> With(ImmutableArray<DecisionRule> rules, string name, DecisionRule? rule)
    {
        var index = 0;
        while (index < rules.Length && rules[index].Name.Value != name) index++;
        if (rule is null) return index == rules.Length ? rules : rules.RemoveAt(index);
        return index == rules.Length ? rules.Add(rule) : rules.SetItem(index, rule);
    }

    private Location ChangedSince(string anchor) => repeals.TryGetValue(anchor, out var repeal) ? repeal.At : lastChange[anchor].At;

    private void Note(Draft start, DateOnly day, Func<string, Location> at, IEnumerable<string> touched)
    {
        foreach (var anchor in touched)
        {
            lastChange[anchor] = (day, at(anchor));
            if (Text.Find(anchor) is not null) repeals.Remove(anchor);
            else if (start.Find(anchor) is not null) repeals[anchor] = new Repealed(PartialDate.Of(day).ToString(), at(anchor));
        }
    }
}

/// <summary>What an agreement is at one time.</summary>
/// <param name="Text">The text.</param>
/// <param name="Rules">How decisions are made.</param>
/// <param name="ReviewDate">When members will look at it again.</param>
internal sealed record Standing(Draft Text, ImmutableArray<DecisionRule> Rules, PartialDate? ReviewDate);

/// <summary>The end of a clause.</summary>
/// <param name="Day">From when on.</param>
/// <param name="At">The change that ended it.</param>
internal sealed record Repealed(string Day, Location At);
