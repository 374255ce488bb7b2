using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>How a member stands to one agreement.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Newest">The number of the newest version a member endorsed, counted from 1; null when it endorsed none, or withdrew.</param>
/// <param name="InForce">The number of the newest version in force; null when the record does not say.</param>
/// <param name="Left">Whether its last word was that it no longer endorses the agreement.</param>
public sealed record Acceptance(Platform Agreement, int? Newest, int? InForce, bool Left)
{
    /// <summary>Whether a newer version than the one it endorsed is in force.</summary>
    public bool Behind => InForce is { } newest && (Newest ?? 0) < newest;

    /// <summary>How each member stands to the agreements it spoke about, by the member's id.</summary>
    internal static FrozenDictionary<string, ImmutableArray<Acceptance>> Of(Corpus corpus, DateOnly today)
    {
        var agreements = corpus.All<Platform>(Platform.OfKind);
        var inForce = agreements.ToDictionary(a => a.Id, a => InForceOn(a, corpus, today), StringComparer.Ordinal);
        return corpus.All<Member>(Member.OfKind).ToFrozenDictionary(
            m => m.Id, m => agreements.Select(a => Of(m, a, corpus, inForce[a.Id])).OfType<Acceptance>().ToImmutableArray(), StringComparer.Ordinal);
    }

    private static Acceptance? Of(Member member, Platform agreement, Corpus corpus, int? inForce)
    {
        var words = member.Endorsements.Where(e => corpus.Find<Platform>(e.Platform)?.Id == agreement.Id)
            .OrderBy(e => e.Date?.ToString() ?? "", StringComparer.Ordinal).ToList();
        if (words.Count == 0) return null;
        int? newest = null;
        var left = false;
        foreach (var word in words)
        {
            if (word.Position is "endorsed" or "endorsed-with-reservations")
            {
                if (NumberOf(agreement, word) is { } number && number > (newest ?? 0)) newest = number;
                left = false;
            }
            else if (word.Position is "withdrawn")
            {
                newest = null;
                left = true;
            }
        }

        return new Acceptance(agreement, newest, inForce, left);
    }

    /// <summary>The number of the version an endorsement is about, written as a number or as the version's date; null when it names neither.</summary>
    public static int? NumberOf(Platform agreement, Endorsement endorsement)
    {
        if (endorsement.Version?.Value is not { } written) return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000) return number;
        for (var i = 0; i < agreement.Versions.Length; i++)
            if (Versions.DateOf(agreement.Versions[i])?.ToString() == written || agreement.Versions[i].Core.File.Text.Stem == written) return i + 1;
        return null;
    }

    /// <summary>The number of the newest version in force on a day; null when an agreement's texts do not say.</summary>
    public static int? InForceOn(Platform agreement, Corpus corpus, DateOnly day)
    {
        if (agreement.Versions.IsEmpty)
        {
            // One text that decisions changed has as many versions as those decisions made, which is not for this place to say.
            var amended = corpus.All<Decision>(Decision.OfKind).Any(d => d.Amends.Any(a => corpus.Find<Platform>(a)?.Id == agreement.Id));
            return amended ? null : 1;
        }

        int? newest = null;
        for (var i = 0; i < agreement.Versions.Length; i++)
            if (Versions.DateOf(agreement.Versions[i]) is { } from && from.First <= day) newest = i + 1;
        return newest;
    }
}
