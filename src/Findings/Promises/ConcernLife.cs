using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Promises;

/// <summary>Something that happened to a concern.</summary>
/// <param name="Date">When; null where the record does not say.</param>
/// <param name="Status">Where the concern was from then on, in the words of <see cref="Concern"/>; null where it did not move.</param>
/// <param name="Record">The meeting or decision that did it, or the member that left.</param>
/// <param name="What">What happened, in the record's words.</param>
public sealed record ConcernEvent(PartialDate? Date, string? Status, Record? Record, string? What);

/// <summary>What happened to a concern, from the day it was raised. It says what was done and never who was right.</summary>
public static class ConcernLife
{
    /// <summary>The steps, oldest first; those without a date at the end.</summary>
    public static ImmutableArray<ConcernEvent> Of(Concern concern, Corpus corpus, Memberships memberships)
    {
        var steps = new List<ConcernEvent>();
        foreach (var named in concern.DiscussedAt)
            if (corpus.Find<Meeting>(named) is { } meeting) steps.Add(new(meeting.Date, "discussed", meeting, null));
        if (concern.SettledBy is { } settled && corpus.Find(settled) is { } by) steps.Add(new(by.Date, concern.Status == "renegotiated" ? "renegotiated" : "settled", by, null));
        if (concern.Status == "parted" && LeftAfter(concern, corpus, memberships) is { } left) steps.Add(new(left.Date, "parted", left.Member, left.Why));
        foreach (var step in concern.History)
        {
            // The same step told twice is one: a meeting or a decision with the words that the history has for it.
            var told = steps.FindIndex(s => s.Record is not null && s.What is null && s.Date is not null && s.Date == step.Date && s.Status == step.Status);
            if (told >= 0) steps[told] = steps[told] with { What = step.What };
            else if (step.Status != "raised" || step.Date != concern.Date || step.What is not null) steps.Add(new(step.Date, step.Status, null, step.What));
        }

        return [new(concern.Date, "raised", null, null), .. steps.OrderBy(s => s.Date is null).ThenBy(s => s.Date)];
    }

    /// <summary>The end of a membership after a concern was raised: of the member it is about, else of the one that raised it.</summary>
    internal static MembershipEvent? LeftAfter(Concern concern, Corpus corpus, Memberships memberships)
    {
        foreach (var named in new[] { concern.About, concern.RaisedBy })
        {
            if (corpus.Find<Member>(named) is not { } member || concern.Date is not { } raised) continue;
            var left = memberships.Of(member).LastOrDefault(e => e.Change == MembershipChange.Left && e.Date is { } day && day.Last >= raised.First);
            if (left is not null) return left; // the events are newest first: this is the first end after the concern
        }

        return null;
    }

    /// <summary>What came of a concern is not missing, and did not happen before it was raised.</summary>
    internal static void Check(Corpus corpus, DateOnly today, DiagnosticBag say)
    {
        foreach (var concern in corpus.All<Concern>(Concern.OfKind))
        {
            var foreign = concern.Core.Foreign;
            if (!foreign && concern.Status is "settled" or "renegotiated" && concern.SettledBy is null) say.SettledByMissing(concern.Core.StatusAt, concern.Status!);
            if (!foreign && concern.SettledBy is { } answer && corpus.Find(answer) is { } other and not (Decision or Meeting)) say.SettledByAnother(answer.Written.At, other.Title);
            foreach (var named in concern.SettledBy is { } settled ? [.. concern.DiscussedAt, settled] : concern.DiscussedAt)
            {
                if (concern.Date is not { } raised || corpus.Find(named) is not { Date: { } day } record || day.Last >= raised.First) continue;
                say.AnsweredBeforeRaised(foreign, named.Written.At, record.Title, day.ToString(), raised.ToString(), concern.Core.DateAt);
            }

            foreach (var step in concern.History)
            {
                PromiseCheck.ToCome(foreign, step.Date, step.At, today, say);
                if (step.Date is { } day && concern.Date is { } raised && day.Last < raised.First)
                    say.StepBeforeStart(foreign, step.At, day.ToString(), "raised", raised.ToString(), concern.Core.DateAt);
            }

            if (!concern.IsRetracted && concern.Status is { } status && concern.History.LastOrDefault(s => s.Status is not null) is { Status: { } last } final && last != status && !Later(concern, corpus, final))
                say.StatusNotOfLastStep(foreign, concern.Core.StatusAt, status, last, final.Date?.ToString(), final.At);
        }
    }

    /// <summary>Whether something that is told elsewhere (a meeting, a decision, a departure) came on or after the last step of the history, and may have moved the concern.</summary>
    private static bool Later(Concern concern, Corpus corpus, ConcernStep last)
    {
        if (concern.Status == "parted") return true; // told by the membership
        var others = concern.SettledBy is { } settled ? concern.DiscussedAt.Add(settled) : concern.DiscussedAt;
        return others.Any(o => last.Date is null || corpus.Find(o)?.Date is not { } day || day.Last >= last.Date.Value.First);
    }
}
