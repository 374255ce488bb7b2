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
    public static Document Parse(SourceFile file, DiagnosticBag say)
    {
        var (front, bodyStart) = FrontMatter.Split(file.Text, say);
        var publishContact = Contacts.ArePublished(file.Text.Text.AsSpan(0, bodyStart));
        var minutes = KindOf(file) == "meeting";
        var body = Markdown.Compile(file.Text, bodyStart, publishContact, minutes, say);
        var document = new Document(file, front ?? FrontMatter.None(file.Text), body) { Broken = front is null };
        return file.Folder.Foreign ? Dialect.Translate(document, say) : document;
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
