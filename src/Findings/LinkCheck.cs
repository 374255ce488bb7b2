using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>A link in a text that leads nowhere is said where it stands; the page shows its words without the link.</summary>
internal static class LinkCheck
{
    public static void Check(Corpus corpus, LinkIndex links, IEnumerable<string> attachments, DiagnosticBag say)
    {
        foreach (var record in corpus.Coalition is { } coalition ? corpus.Records.Prepend(coalition) : corpus.Records)
        {
            foreach (var text in TextsOf(record))
            {
                foreach (var link in LinksOf(text))
                {
                    var target = links.Resolve(text, link);
                    var foreign = text.Core.Foreign;
                    if (target.Kind == LinkKind.Dead) say.LinkDead(foreign, link.At, link.Target, Hint(link, text, corpus, attachments));
                    else if (target.Kind == LinkKind.Unsafe) say.LinkUnsafe(foreign, link.At, link.Target);
                    else if (!target.FragmentExists) say.LinkPlaceMissing(foreign, link.At, target.Record!.Title, target.Fragment!, target.Record.Body.Anchors);
                }
            }
        }
    }

    /// <summary>The links of a text, and those to the papers of a decision.</summary>
    private static IEnumerable<Link> LinksOf(Record text) =>
        text is Decision { Papers.IsEmpty: false } decision ? text.Body.Links.Concat(decision.Papers.Select(p => p.Address).OfType<Link>()) : text.Body.Links;

    /// <summary>The texts that somebody wrote; words that decisions brought in are checked where those decisions quote them.</summary>
    private static IEnumerable<Record> TextsOf(Record record) =>
        record is not Platform { Versions: [var first, ..] versions } ? [record]
        : first.Core.File == record.Core.File ? [first]
        : versions.CastArray<Record>();

    private static string Hint(Link link, Record from, Corpus corpus, IEnumerable<string> attachments)
    {
        var target = link.Target;
        if (link.IsAbsolute) return "Write the whole address, for example https://example.org/page.";
        if (target.StartsWith('/')) return "Write the path from this file, for example ../meetings/2026-03-04.md.";
        var paths = corpus.Records.Select(r => r.Core.File.Text.Path).Concat(attachments).Order(StringComparer.Ordinal).ToList();
        var near = Spelling.Nearest(FileName(target.Split('#', '?')[0]), paths.Select(FileName).Distinct(StringComparer.Ordinal));
        if (near is not null) return $"Did you mean \"{RelativePath.Between(from.Core.File.Text.Path, paths.First(p => FileName(p) == near))}\"?";
        var meant = RelativePath.Resolve(from.Core.File.Text.Folder, target.Split('#', '?')[0]);
        return meant is null or "" ? "Write the path from this file, for example ../meetings/2026-03-04.md." : $"There is no file {meant}. Add it, or correct the path.";
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
