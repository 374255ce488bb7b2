using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>How the coalition is doing, as far as its own record shows.</summary>
/// <param name="Indicators">Every question that was asked, in the order of the page.</param>
/// <param name="Start">The day from which the trends go; null where the record has no day at all.</param>
public sealed record Vitality(ImmutableArray<Indicator> Indicators, DateOnly? Start)
{
    /// <summary>One indicator by its name.</summary>
    public Indicator this[string id] => Indicators.First(i => i.Id == id);

    /// <summary>Asks every question.</summary>
    /// <param name="basis">The records.</param>
    /// <param name="lines">Where the coalition drew its own lines, as written in its settings.</param>
    /// <param name="say">Where trouble with these is reported.</param>
    internal static Vitality Of(Basis basis, ImmutableArray<(Located<string> Name, Located<string> Line)> lines, DiagnosticBag say)
    {
        var own = LinesOf(lines, say);
        var start = StartOf(basis);
        var days = start is { } first ? TrendDays.Between(first, basis.Today) : [basis.Today];
        return new Vitality([.. Measure.All.Select(m => Ask(m, basis, days, own))], start);
    }

    private static Indicator Ask(Measure measure, Basis basis, ImmutableArray<DateOnly> days, Dictionary<string, Bound> own)
    {
        var ask = measure.Prepare(basis);
        var answers = days.Select(d => (d, ask(d))).ToImmutableArray();
        var now = answers[^1].Item2;
        var trend = answers.Select(a => (a.d, a.Item2 with { Behind = [], ByMember = [] }));
        return new Indicator(measure.Id, measure.Unit, own.TryGetValue(measure.Id, out var line) ? line : measure.Usual, own.ContainsKey(measure.Id), now, [.. trend]);
    }

    private static Dictionary<string, Bound> LinesOf(ImmutableArray<(Located<string> Name, Located<string> Line)> lines, DiagnosticBag say)
    {
        var own = new Dictionary<string, Bound>(StringComparer.Ordinal);
        foreach (var (name, line) in lines)
        {
            if (Measure.All.FirstOrDefault(m => m.Id == name.Value) is not { } measure)
            {
                say.SettingUnknown(name.At, name.Value, Spelling.Nearest(name.Value, Measure.All.Select(m => m.Id)));
                continue;
            }

            if (measure.Usual is { } usual && Bound.Read(line.Value, measure.Unit) is { } value) own[measure.Id] = usual with { Value = value };
            else if (measure.Usual is null) say.SettingUnusable(line.At, name.Value, line.Value, "There is no line for this: take it out.");
            else say.SettingUnusable(line.At, name.Value, line.Value, $"Write {Example(measure.Unit)}.");
        }

        return own;
    }

    private static string Example(Unit unit) => unit switch
    {
        Unit.Days => "a number of days: 10 days",
        Unit.Months => "a number of months: 18 months",
        Unit.Years => "a number of years: 5 years",
        Unit.Share => "a share: 75%, or 2/3",
        _ => "a whole number: 3",
    };

    /// <summary>The day on which the coalition was founded; where that is not recorded, its first meeting, decision or agreement.</summary>
    private static DateOnly? StartOf(Basis basis)
    {
        if (basis.Corpus.Coalition?.Date is { } founded && founded.First <= basis.Today) return founded.First;
        DateOnly? first = null;
        foreach (var record in basis.Corpus.Records)
            if (DayOf(record) is { } date && date.First <= basis.Today && (first is null || date.First < first)) first = date.First;
        return first;
    }

    /// <summary>The day on which a record shows the coalition at work: for an agreement, that of its first text.</summary>
    private static PartialDate? DayOf(Record record) => record switch
    {
        Platform agreement => Versions.DateOf(Versions.TextsOf(agreement)[0]),
        Meeting or Decision => record.Date,
        _ => null,
    };
}
