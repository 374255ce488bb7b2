using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>A correction, and the record that was corrected.</summary>
/// <param name="Record">The record.</param>
/// <param name="Correction">What was corrected; null for minutes that are marked as corrected and do not say how.</param>
public sealed record Corrected(Record Record, Correction? Correction);

/// <summary>Something that is not published, and the record it belongs to.</summary>
public sealed record Withheld(Record Record, Withholding Item);

/// <summary>A record that no longer counts, and since when.</summary>
public sealed record Gone(Record Record, PartialDate? Date);

/// <summary>What is withheld, what was corrected, and what was withdrawn, retracted or removed: nothing disappears without a line here.</summary>
/// <param name="Withheld">What is withheld, newest record first.</param>
/// <param name="Corrections">Corrections, newest first; those without a date last.</param>
/// <param name="Gone">Records that no longer count, the last to go first; those without a date last.</param>
public sealed record Registers(ImmutableArray<Withheld> Withheld, ImmutableArray<Corrected> Corrections, ImmutableArray<Gone> Gone)
{
    /// <summary>Whether there is anything in them, or at least a record of our own form, which could have said so.</summary>
    public bool Exist { get; private init; }

    internal static Registers Of(Corpus corpus)
    {
        var records = (corpus.Coalition is { } coalition ? corpus.Records.Insert(0, coalition) : corpus.Records).SelectMany(WithTexts).ToList();
        var withheld = records.SelectMany(r => r.Core.Withheld.Select(w => new Withheld(r, w)));
        var gone = records.Where(r => r.IsRetracted || r.Status == "withdrawn").Select(r => new Gone(r, r.Core.Retraction?.Date ?? r.Date));
        return new Registers(
            Sorted(withheld, w => w.Record.Date, w => w.Record), Sorted(records.SelectMany(CorrectionsOf), c => c.Correction?.Date, c => c.Record), Sorted(gone, g => g.Date, g => g.Record))
        {
            Exist = records.Exists(r => !r.Core.Foreign),
        };
    }

    private static IEnumerable<Corrected> CorrectionsOf(Record record)
    {
        foreach (var correction in record.Core.Corrections) yield return new(record, correction);
        if (record is Meeting { MinutesStatus: "corrected", Core.Corrections.IsEmpty: true }) yield return new(record, null);
    }

    /// <summary>The dated texts of an agreement have files of their own, and so corrections of their own.</summary>
    private static IEnumerable<Record> WithTexts(Record record) =>
        record is Platform agreement ? agreement.Versions.Where(v => v.Core.File != record.Core.File).Cast<Record>().Prepend(record) : [record];

    private static ImmutableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, PartialDate?> date, Func<T, Record> record) =>
        [.. items.OrderByDescending(i => date(i) is not null).ThenByDescending(date)
            .ThenBy(i => record(i).Kind.Name, StringComparer.Ordinal).ThenBy(i => record(i).Id, StringComparer.Ordinal)];
}
