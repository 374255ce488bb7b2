using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Something options were scored by.</summary>
/// <param name="Name">What.</param>
/// <param name="Weight">How much it counts, as written; null when not given.</param>
/// <param name="From">The function or member whose weight it is; null when not given.</param>
public sealed record Criterion(string Name, Located<string>? Weight, Located<string>? From)
{
    /// <summary>Where it is written.</summary>
    public required Location At { get; init; }

    internal static Criterion Read(Fields fields)
    {
        var name = fields.Place("name");
        var read = new Criterion(name?.Value ?? "", fields.Place("weight"), fields.Place("from")) { At = name?.At ?? fields.At };
        fields.Finish();
        return read;
    }
}

/// <summary>How an option did on a criterion, as written.</summary>
public sealed record Score(Located<string> Criterion, Located<string> Written);

/// <summary>One way the question could have been answered.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Scores">Its scores, in the order written.</param>
/// <param name="Chosen">Whether it is the one that was decided.</param>
public sealed record Option(string Name, ImmutableArray<Score> Scores, bool Chosen)
{
    /// <summary>Where it is written.</summary>
    public required Location At { get; init; }

    /// <summary>Its score on a criterion as written; null where it has none.</summary>
    public string? ScoreOn(string criterion) => Scores.FirstOrDefault(s => s.Criterion.Value == criterion)?.Written.Value;

    internal static Option Read(Fields fields)
    {
        var name = fields.Place("name");
        var scores = fields.Map("scores")?.PlacedEntries() ?? [];
        var read = new Option(name?.Value ?? "", [.. scores.Select(s => new Score(s.Key, s.Value))], fields.Text("chosen") is "true" or "yes") { At = name?.At ?? fields.At };
        fields.Finish();
        return read;
    }
}
