using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents.Dialects;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>Text to documents. A pure function of one file, so that files are read side by side and may be kept by content.</summary>
public static class Parser
{
    /// <summary>Reads every file, in the order given.</summary>
    public static ImmutableArray<Document> Parse(ImmutableArray<SourceFile> files, DiagnosticBag say)
    {
        var documents = new Document[files.Length];
        Parallel.For(0, files.Length, i => documents[i] = Parse(files[i], say));
        return [.. documents];
    }

    /// <summary>Reads one file.</summary>
    public static Document Parse(SourceFile file, DiagnosticBag say) => file.Folder.Foreign ? Foreign(file, say) : Native(file, say);

    private static Document Native(SourceFile file, DiagnosticBag say)
    {
        var (front, bodyStart) = FrontMatter.Split(file.Text, say);
        return Read(file, front, bodyStart, say) with { Broken = front is null };
    }

    /// <summary>A record of another system is never refused: front matter that cannot be read is reported and shown as text.</summary>
    private static Document Foreign(SourceFile file, DiagnosticBag say)
    {
        var own = new DiagnosticBag();
        var isYaml = file.Text.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.Text.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        var (front, bodyStart) = isYaml
            ? (FrontMatter.Read(file.Text, 0, file.Text.Text.Length, own), file.Text.Text.Length)
            : FrontMatter.Split(file.Text, own);
        if (front is null && !isYaml && LooseYaml.Joined(file.Text.Text) is { } joined && FrontMatter.Split(file.Text, new DiagnosticBag(), joined) is { Front: { } read } again)
        {
            own = new DiagnosticBag();
            own.QuotedValueOutdented(file.Text.At(0, 3));
            (front, bodyStart) = (read, again.BodyStart);
        }

        if (front is null)
        {
            // A fence without a partner: all of it is text. Else the block is kept whole, to be shown as it is.
            if (own.Sorted().Any(d => d.Code == Spelling.Kebab(nameof(DiagnosticBag.FrontMatterNotClosed)))) bodyStart = 0;
            else front = FrontMatter.None(file.Text).With("front-matter-as-written", new Scalar(Contacts.Mask(file.Text.Text[..bodyStart].Trim()), true, file.Text.At(0, bodyStart)), file.Text.At(0));
        }

        var document = Read(file, front, bodyStart, own);
        say.Reported(own);
        return Dialect.Translate(document, say);
    }

    private static Document Read(SourceFile file, Mapping? front, int bodyStart, DiagnosticBag say)
    {
        if (Letters.IndexOfUnwanted(file.Text.Text) is var odd and >= 0) say.LetterNotShown(file.Text.At(odd, 1));
        var publishContact = Contacts.ArePublished(file.Text.Text.AsSpan(0, bodyStart));
        var body = Markdown.Compile(file.Text, bodyStart, publishContact, KindOf(file) == "meeting", say);
        return new Document(file, front ?? FrontMatter.None(file.Text), body) { BodyStart = bodyStart };
    }

    /// <summary>The kind a file's place says it has: its source's, or its folder's name in the singular; null where it does not say.</summary>
    public static string? KindOf(SourceFile file)
    {
        if (file.Folder.Kind is { } kind) return kind;
        var inner = file.Inner;
        var slash = inner.IndexOf('/');
        return slash < 0 ? null : inner[..slash] switch
        {
            "meetings" => "meeting",
            var folder => folder,
        };
    }
}
