using System.Text;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// The text of an agreement as it follows from its amendments, written as the file a clerk would have written for that day,
/// and read as such a file is read.
/// </summary>
internal static class ConsolidatedText
{
    /// <summary>The text from a day on.</summary>
    /// <param name="founding">The founding text.</param>
    /// <param name="text">What it has become.</param>
    /// <param name="by">The decisions that changed it that day.</param>
    /// <param name="day">The day.</param>
    /// <param name="say">Where trouble is reported.</param>
    /// <param name="name">The last part of the text's address; by default the day.</param>
    public static Platform Of(Platform founding, Standing text, IReadOnlyList<Decision> by, DateOnly? day, DiagnosticBag say, string? name = null)
    {
        var inForce = day is { } exact ? PartialDate.Of(exact) : (PartialDate?)null;
        var called = name ?? inForce!.ToString()!;
        var last = by[^1];
        var front = FrontMatter(founding, text, last, inForce);
        // Beside the founding text, so that addresses in it lead where they led.
        var file = founding.Core.File.Text;
        var source = new SourceText($"{(file.Folder.Length > 0 ? file.Folder + "/" : "")}{file.Stem}@{called}.md", front + text.Text.Markdown(founding.Title));
        // What its words make of trouble was said where they were written.
        var body = Markdown.Compile(source, front.Length, Contacts.ArePublished(front), false, new DiagnosticBag());
        var clauses = Platform.ClausesOf(body);
        foreach (var (clause, read) in text.Text.Clauses.Zip(clauses.Select(c => c.Section.Anchor).Concat(Enumerable.Repeat("", text.Text.Clauses.Length))))
        {
            if (clause.Anchor == read) continue;
            say.AnchorUnusable(name is not null, last.Changes is [var first, ..] ? first.At : last.Core.At, clause.Anchor);
            break;
        }

        return founding with
        {
            Core = founding.Core with { Id = called, Body = body, Date = last.Date, File = founding.Core.File with { Text = source }, Corrections = [], References = [] },
            AdoptedBy = new Ref("decision", "adopted-by", new Located<string>(last.Id, last.Core.At), true),
            InForce = inForce,
            ReviewDate = text.ReviewDate,
            Rules = text.Rules,
            EndorsedBy = [],
            Clauses = clauses,
            VersionName = called,
        };
    }

    private static string FrontMatter(Platform founding, Standing text, Decision last, PartialDate? inForce)
    {
        var front = new StringBuilder("---\n");
        Line("title", founding.Title);
        if (last.Date is { } adopted) Line("adopted", adopted.ToString());
        Line("adopted-by", last.Id);
        if (inForce is { } day) Line("in-force", day.ToString());
        if (text.ReviewDate is { } review) Line("review-date", review.ToString());
        if (Contacts.ArePublishedIn(founding.Core.File.Text.Text)) Line("publish-contact", "true");
        if (!text.Rules.IsEmpty) front.Append("decision-rules:\n");
        foreach (var rule in text.Rules) front.Append("  ").Append(Scalar(rule.Name.Value)).Append(": {").AppendJoin(", ", Parts(rule)).Append("}\n");
        return front.Append("---\n").ToString();

        void Line(string key, string value) => front.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
    }

    private static IEnumerable<string> Parts(DecisionRule rule)
    {
        (string Key, string? Value)[] known = [("method", rule.Method), ("threshold", rule.Threshold), ("of", rule.Of), ("quorum", rule.Quorum), ("notice", rule.Notice), ("silence", rule.Silence)];
        foreach (var (key, value) in known.Concat(rule.More.Select(m => (m.Key.Value, (string?)m.Text))))
            if (value is not null) yield return $"{Scalar(key)}: {Scalar(value)}";
        if (!rule.Weights.IsEmpty) yield return $"weights: {{{string.Join(", ", rule.Weights.Select(w => $"{Scalar(w.Member.Written.Value)}: {Scalar(w.Weight.Value)}"))}}}";
        if (!rule.Groups.IsEmpty) yield return $"groups: {{{string.Join(", ", rule.Groups.Select(g => $"{Scalar(g.Name.Value)}: [{string.Join(", ", g.Members.Select(m => Scalar(m.Written.Value)))}]"))}}}";
    }

    /// <summary>A value as YAML: as it is where nothing in it can be misread, else in double quotes.</summary>
    private static string Scalar(string value) =>
        value.Length > 0 && char.IsAsciiLetterOrDigit(value[0]) && value.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '/' or '%') && !value.EndsWith(' ')
            ? value
            : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
