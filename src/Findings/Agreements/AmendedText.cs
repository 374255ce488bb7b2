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
    private readonly Dictionary<string, Location> lastChange = new(StringComparer.Ordinal);
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
        foreach (var (anchor, at) in other.lastChange) lastChange[anchor] = at;
        undone.UnionWith(other.undone);
    }

    /// <summary>The text as it stands.</summary>
    public Draft Text { get; private set; }

    /// <summary>The rules as they stand.</summary>
    public ImmutableArray<DecisionRule> Rules { get; private set; }

    /// <summary>When members will look at it again.</summary>
    public PartialDate? ReviewDate { get; private set; }

    /// <summary>The folder that addresses in the text start from.</summary>
    public string Folder { get; }

    /// <summary>Who ended a clause, and when; null for one that stands or never was.</summary>
    public Repealed? RepealOf(string anchor) => repeals.GetValueOrDefault(anchor);

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
        var start = Text;
        var touched = new HashSet<string>(StringComparer.Ordinal);
        if (decision.Reverses is { } reversed && !Reverse(reversed, pending, touched, say)) return null;
        var amender = new Amender(Text, this, decision, PartialDate.Of(day.AddDays(-1)).ToString(), pending, say);
        foreach (var change in decision.Changes) amender.Apply(change);
        if (amender.Failed) return null;
        Text = amender.Text;
        foreach (var rule in decision.Rules) Rules = WithRule(rule);
        ReviewDate = decision.AgreementReview ?? ReviewDate;
        touched.UnionWith(amender.Touched.Keys);
        Note(start, day, anchor => amender.Touched.TryGetValue(anchor, out var change) ? change.At : decision.Core.At, touched);
        var effect = new Effect(decision, start, Text, [.. touched], [.. amender.Moved]);
        effects.Add(effect);
        return effect.Touched;
    }

    /// <summary>Takes back what a decision did, because its time has run out.</summary>
    public ImmutableHashSet<string>? End(Decision decision, DateOnly day, DiagnosticBag say)
    {
        if (undone.Contains(decision.Id) || effects.Find(e => e.Decision.Id == decision.Id) is not { } effect) return [];
        var start = Text;
        if (Undoing.Of(Text, effect, ChangedSince, decision.Core.At, false, say) is not { } text) return null;
        Text = text;
        undone.Add(decision.Id);
        Note(start, day, _ => decision.Core.At, effect.Touched);
        return effect.Touched;
    }

    private bool Reverse(Ref reversed, bool pending, HashSet<string> touched, DiagnosticBag say)
    {
        var effect = effects.Find(e => e.Decision.Id == reversed.Id);
        if (effect is null || undone.Contains(reversed.Id))
        {
            say.NothingToReverse(reversed.Written.At, reversed.Id);
            return false;
        }

        if (Undoing.Of(Text, effect, ChangedSince, reversed.Written.At, pending, say) is not { } text) return false;
        Text = text;
        undone.Add(reversed.Id);
        touched.UnionWith(effect.Touched);
        return true;
    }

    /// <summary>The rules with one of them in the place of that of the same name, or at the end.</summary>
    private ImmutableArray<DecisionRule> WithRule(DecisionRule rule)
    {
        for (var i = 0; i < Rules.Length; i++)
            if (Rules[i].Name.Value == rule.Name.Value) return Rules.SetItem(i, rule);
        return Rules.Add(rule);
    }

    private Location ChangedSince(string anchor) => repeals.TryGetValue(anchor, out var repeal) ? repeal.At : lastChange[anchor];

    private void Note(Draft start, DateOnly day, Func<string, Location> at, IEnumerable<string> touched)
    {
        foreach (var anchor in touched)
        {
            lastChange[anchor] = at(anchor);
            if (Text.Find(anchor) is not null) repeals.Remove(anchor);
            else if (start.Find(anchor) is not null) repeals[anchor] = new Repealed(PartialDate.Of(day).ToString(), at(anchor));
        }
    }
}

/// <summary>The end of a clause.</summary>
/// <param name="Day">From when on.</param>
/// <param name="At">The change that ended it.</param>
internal sealed record Repealed(string Day, Location At);
