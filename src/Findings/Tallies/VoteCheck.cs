using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Tallies;

/// <summary>What a decision's record says of its outcome must be what its votes and its rule come to.</summary>
internal static class VoteCheck
{
    public static void Check(Decision decision, Proof proof, Corpus corpus, DiagnosticBag say)
    {
        CheckRule(decision, proof, corpus, say);
        CheckOutcome(decision, proof, corpus, say);
        if (proof.Assent is { } assent) CheckAssent(decision, assent, proof, say);
        if (decision.Vote is not { } vote) return;
        ProxyCheck.Check(decision, vote, corpus, say);
        if (!proof.NotRecorded.IsEmpty && proof.NotRecorded[0].Length > 0)
            say.PositionsNotRecorded(vote.At, [.. proof.NotRecorded.Select(id => Title(id, corpus))]);
    }

    private static void CheckRule(Decision decision, Proof proof, Corpus corpus, DiagnosticBag say)
    {
        var name = decision.Vote?.Rule ?? decision.Rule;
        if (proof.State == ProofState.RuleNotFound && name is { } unknown && decision.Date is { } day)
            say.RuleUnknown(unknown.At, unknown.Value, day.ToString(), RulesOn(corpus, day));
        if (proof.Rule is not { } rule) return;
        if (proof.State == ProofState.RuleNotUnderstood) say.RuleNotUnderstood(rule.Source.Name.At, rule.Source.Name.Value, rule.NotUnderstood);
        else if (decision.Method is { } method && method != rule.Method && rule.Source.Method is not null)
            say.MethodAgainstRule(decision.MethodAt, method, rule.Source.Name.Value, rule.Method, rule.Source.Name.At);
        if (proof.Tally is null || rule.Groups.IsEmpty) return;
        var grouped = rule.Groups.SelectMany(g => g.Members).ToHashSet(StringComparer.Ordinal);
        var alone = decision.Vote!.Ballots.Where(b => !grouped.Contains(b.Member.Id)).Select(b => Title(b.Member.Id, corpus)).ToList();
        if (alone.Count > 0) say.MemberInNoGroup(rule.Source.Name.At, rule.Source.Name.Value, alone);
    }

    /// <summary>The recorded result against the arithmetic, and the status against either.</summary>
    private static void CheckOutcome(Decision decision, Proof proof, Corpus corpus, DiagnosticBag say)
    {
        var result = decision.Vote?.Result;
        string Words() => ProofWords.Of(proof, id => Title(id, corpus));
        var contradicted = result switch
        {
            "carried" => proof.Carried == false,
            "lost" => proof.Carried == true,
            "tied" => proof.Carried == true || (proof.Tally is { NotRecorded.IsEmpty: true, Even: false }),
            _ => false,
        };
        if (contradicted)
        {
            if (proof.Rule is { } rule) say.ResultAgainstRoll(decision.Vote!.ResultAt, result!, Words(), rule.Source.Name.At);
            else say.ResultAgainstRecord(decision.Vote!.ResultAt, result!, Words());
            return;
        }

        var agreed = decision.Status is "accepted" or "implemented";
        if (result is not null)
        {
            // An amendment that was not carried has a sentence of its own.
            if (agreed && result != "carried" && decision.Amends.IsEmpty) say.StatusAgainstResult(decision.StatusAt, decision.Status!, result, decision.Vote!.ResultAt);
            if (decision.Status == "rejected" && result == "carried") say.StatusAgainstResult(decision.StatusAt, decision.Status, result, decision.Vote!.ResultAt);
        }
        else if ((agreed && proof.Carried == false) || (decision.Status == "rejected" && proof.Carried == true && decision.Vote is not null))
        {
            say.StatusAgainstRoll(decision.StatusAt, decision.Status!, Words(), PlaceOf(decision, proof));
        }
    }

    /// <summary>The place that speaks against a status: the objection, the roll call, the time to object.</summary>
    private static Location PlaceOf(Decision decision, Proof proof) =>
        proof.Assent is { Standing: [var objection, ..] } ? objection.At
        : decision.Vote?.At ?? decision.Silence?.At ?? decision.MethodAt;

    private static void CheckAssent(Decision decision, Assent assent, Proof proof, DiagnosticBag say)
    {
        if (assent.Method == "delegated" && assent.DelegatedTo is null) say.DelegateNotNamed(decision.MethodAt);
        if (assent.Method != "lazy-consensus") return;
        if (decision.Silence is not { } silence)
        {
            if (proof.Rule?.SilenceDays is not null) say.SilenceNotRecorded(decision.MethodAt, proof.Rule.Source.Silence!, proof.Rule.Source.Name.At);
            return;
        }

        if (silence is { From: { } from, Until: { } until } && until.Last < from.First) say.SilenceBackwards(silence.At, from.ToString(), until.ToString());
        else if (silence.Until is { } end && decision.Date is { } day && day.Last < end.First) say.DecidedBeforeSilenceEnded(silence.At, day.ToString(), end.ToString(), decision.MethodAt);
    }

    private static string Title(string id, Corpus corpus) => corpus.Find("member", id)?.Title ?? id;

    private static IReadOnlyCollection<string> RulesOn(Corpus corpus, PartialDate day) =>
        [.. corpus.All<Platform>(Platform.OfKind).SelectMany(a => Versions.InForceOn(a, day.Last) is { } place ? Versions.TextsOf(a)[place].Rules : []).Select(r => r.Name.Value).Distinct()];
}
