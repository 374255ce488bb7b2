using System.Collections.Frozen;

namespace PublicLedger.Diagnostics;

/// <summary>What keys with something below them look like when they are written well; shown to who wrote one in another way.</summary>
internal static class Shapes
{
    private static readonly FrozenDictionary<string, string> ByKey = new[]
    {
        "vote: {for: [north, south], against: [], result: carried}",
        "proxies: {north: south}",
        "reasons-given: {north: \"It is dear.\"}",
        "objections: [{member: north, text: It is dear., resolved: with a lower price}]",
        "silence: {from: 2026-03-01, until: 2026-03-06}",
        "constraints: [{member: north, kind: budget, needs: \"No more than 500\", treatment: honoured}]",
        "interests: [{member: north, interest: Owns the depot, handled: recused}]",
        "papers: [{title: What it costs, url: ../papers/costs.pdf}]",
        "assisted-by: [{system: a language model, used-for: sorting answers, checked-by: north}]",
        "positions: [{member: north, date: 2026-03-01, position: support, text: It is time.}]",
        "criteria: [{name: Cost, weight: 3}]",
        "options: [{name: Rent, scores: {Cost: 4}, chosen: true}]",
        "scores: {Cost: 4}",
        "pilot: {evaluate: 2026-09-01}",
        "decision-rules: {ordinary: {threshold: more than half, of: votes cast}}",
        "weights: {north: 2}",
        "groups: {city: [north, south], others: [west]}",
        "corrections: [{date: 2026-03-20, what: \"The price was 4,000\", why: A slip of the pen}]",
        "retracted: {date: 2026-05-02, why: The count was wrong}",
        "tombstone: {date: 2026-06-01, why: A court ordered it}",
        "withheld: [{what: Two names, ground: privacy, authority: data protection act, review: 2027-03-01}]",
        "dissolved: {date: 2027-03-03, by: id-of-the-decision, why: The work is done.}",
        "periods: [{from: 2026-03-01}]",
        "delegates: [{id: ana-silva, name: Ana Silva}]",
        "depends-on: [{member: north, for: the keys}]",
        "endorsements: [{platform: agreement, version: 1, date: 2026-03-01, position: endorsed}]",
        "reservations: [{clause: purpose, text: What is not accepted}]",
        "terms: [{holder: north, from: 2026-03-01}]",
        "history: [{date: 2026-03-01, what: What happened}]",
        "evidence: [{date: 2026-03-01, what: What was seen}]",
        "baseline: {date: 2026-03-01, value: 0}",
        "target: {date: 2026-03-01, value: 0}",
        "readings: [{date: 2026-03-01, value: 0}]",
        "topics: [{id: glass, name: Glass}]",
        "sources: [{path: content}]",
    }.ToFrozenDictionary(s => s[..s.IndexOf(':')], StringComparer.Ordinal);

    /// <summary>An example of a key; null for one that has nothing below it.</summary>
    public static string? Of(string key) => ByKey.GetValueOrDefault(key);
}
