using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>How a kind of decision is made, in the words of the agreement.</summary>
/// <param name="Name">What decisions call it.</param>
/// <param name="Method">vote, consent, consensus, lazy-consensus, without-objection or delegated, as written.</param>
/// <param name="Threshold">How much is enough: "more than half".</param>
/// <param name="Of">What that is a share of: "votes cast".</param>
/// <param name="Quorum">How many must be there.</param>
/// <param name="Notice">How long before members must be told.</param>
/// <param name="More">What else the rule says.</param>
public sealed record DecisionRule(
    Located<string> Name, string? Method, string? Threshold, string? Of, string? Quorum, string? Notice, ImmutableArray<Extra> More)
{
    /// <summary>For lazy consensus, how long members must have to object: "5 days".</summary>
    public string? Silence { get; init; }

    /// <summary>For a delegated decision, up to what it may go, as written: "1000 crowns".</summary>
    public string? Limit => Said("limit");

    /// <summary>For a delegated decision, the member or role that may take it, as written.</summary>
    public string? DelegatedTo => Said("delegated-to");

    /// <summary>Members whose vote does not count once, with how often it counts.</summary>
    public ImmutableArray<(Ref Member, Located<string> Weight)> Weights { get; init; } = [];

    /// <summary>Groups in each of which the threshold must be met, with their members.</summary>
    public ImmutableArray<(Located<string> Name, ImmutableArray<Ref> Members)> Groups { get; init; } = [];

    private string? Said(string key) => More.FirstOrDefault(m => m.Key.Value == key)?.Text;

    /// <summary>Those under <c>decision-rules:</c>.</summary>
    internal static IEnumerable<DecisionRule> ReadAll(Fields fields)
    {
        if (fields.Map("decision-rules") is not { } rules) yield break;
        foreach (var (key, _) in rules.Entries())
        {
            if (rules.Map(key.Value) is not { } rule) continue;
            var read = new DecisionRule(
                key, rule.Text("method"), rule.Text("threshold"), rule.Text("of"), rule.Text("quorum"), rule.Text("notice"), [])
            {
                Silence = rule.Text("silence"),
                Weights = rule.Map("weights")?.ByName("weights", "member") ?? [],
                Groups = rule.Map("groups") is { } groups ? [.. groups.Keys.Select(g => (g, groups.Links(g.Value, "member")))] : [],
            };
            yield return read with { More = [.. rule.Finish(shown: true)] };
        }
    }
}
