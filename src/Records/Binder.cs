using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Names to records: each document becomes a record of its kind, and every name it writes is looked up.</summary>
public static class Binder
{
    /// <summary>Binds all documents. Trouble is reported; a record that could not be read keeps its id declared.</summary>
    public static Corpus Bind(ImmutableArray<Document> documents, ImmutableArray<SourceFile> histories, ImmutableArray<Kind> kinds, DateOnly today, DiagnosticBag say)
    {
        var bound = new Record?[documents.Length];
        Parallel.For(0, documents.Length, i => bound[i] = Bind(documents[i], kinds, today, say));
        var records = bound.OfType<Record>().ToList();
        var coalition = records.OfType<Coalition>().FirstOrDefault();
        records.RemoveAll(r => r is Coalition);
        records = Versions.Gather(records, Histories.Read(histories, documents, say));
        var corpus = new Corpus(coalition, [.. Unique(records, say)
            .OrderBy(r => kinds.IndexOf(r.Kind)).ThenBy(r => r.Id, StringComparer.Ordinal)]);
        NameCheck.Check(corpus, say);
        RetractionCheck.Check(corpus, today, say);
        return corpus;
    }

    private static Record? Bind(Document document, ImmutableArray<Kind> kinds, DateOnly today, DiagnosticBag say)
    {
        if (Embargo.Forbids(document, today, say) || KindOf(document, kinds, say) is not { } kind) return null;
        var fields = Fields.Of(document, say);
        var core = Core(document, kind, fields, today, say);
        var record = kind.Bind(fields, core);
        return record with { Core = core with { Extra = fields.Finish(), References = fields.References } };
    }

    private static RecordCore Core(Document document, Kind kind, Fields fields, DateOnly today, DiagnosticBag say)
    {
        fields.Text("type");
        fields.Text("publish-contact");
        var id = IdOf(document);
        var status = kind.Statuses.IsEmpty ? null : fields.Word("status", kind.Statuses) is var word and not "unknown" ? word : null;
        var retraction = Retraction.Read(fields);
        if (retraction is not null) RetractionCheck.CheckRemoved(document, retraction, say);
        return new RecordCore
        {
            Kind = kind,
            Id = id,
            Title = TitleOf(document, kind, id, fields, say),
            Number = fields.Text("number"),
            Status = retraction?.Status ?? status,
            StatusBefore = retraction is null ? null : status,
            Retraction = retraction,
            RetractedAt = (retraction is null ? null : fields.Where(retraction.IsRemoval ? "tombstone" : "retracted")) ?? default,
            Withheld = Withholding.Read(fields, today),
            EmbargoedUntil = fields.Date(Embargo.Key),
            StatusWritten = fields.Text("status-written"),
            StatusNote = fields.Text("status-note"),
            Date = kind.DateKey is { } key ? fields.Date(key) : null,
            StatusAt = fields.Where("status") ?? default,
            DateAt = (kind.DateKey is { } where ? fields.Where(where) : null) ?? default,
            Tags = fields.Texts("tags"),
            Topics = fields.Foreign ? [] : fields.Places("topic"),
            Corrections = [.. fields.Maps("corrections").Select(ReadCorrection)],
            Body = document.Body,
            File = document.File,
            Dialect = document.Dialect,
        };
    }

    private static Kind? KindOf(Document document, ImmutableArray<Kind> kinds, DiagnosticBag say)
    {
        if (document.Front.Text("type") is { } type && !document.File.Folder.Foreign)
        {
            var named = kinds.FirstOrDefault(k => k.Name == type.Value);
            if (named is null) say.KindUnknown(type.At, type.Value, [.. kinds.Select(k => k.Name)]);
            return named;
        }

        var page = kinds.First(k => k.Name == "page");
        if (document.AboutFolder) return page;
        var inner = document.File.Inner;
        if (document.File.Folder.Kind is { } given) return kinds.FirstOrDefault(k => k.Name == given) ?? page;
        if (inner == "index.md") return kinds.First(k => k.Name == "coalition");
        var slash = inner.IndexOf('/');
        if (slash < 0) return page;
        var folder = inner[..slash];
        if (kinds.FirstOrDefault(k => k.Folder == folder) is { } kind) return kind;
        if (Spelling.Nearest(folder, kinds.Select(k => k.Folder).Where(f => f.Length > 0)) is { } near)
            say.FolderUnknown(document.Source.At(0), folder, near);
        return page;
    }

    /// <summary>The file stem; for an index file the name of its folder.</summary>
    private static string IdOf(Document document)
    {
        var stem = document.Source.Stem;
        var folder = document.Source.Folder;
        var folderName = folder[(folder.LastIndexOf('/') + 1)..];
        if (document.AboutFolder) return RecordId.From($"{folderName}-{stem.Trim('_')}");
        return RecordId.From(stem is "index" or "_index" && folderName.Length > 0 ? folderName : stem);
    }

    private static string TitleOf(Document document, Kind kind, string id, Fields fields, DiagnosticBag say)
    {
        var key = kind.Name is "member" or "coalition" ? "name" : "title";
        var front = fields.Text(key) ?? fields.Text("title");
        var heading = document.Body.Title?.Value is { Length: > 0 } h ? Contacts.Mask(h) : null;
        if (front is { Length: > 0 })
        {
            // Found records repeat their title in many ways; only a clerk of our own form can have meant one of the two.
            if (heading is not null && heading != front && !document.File.Folder.Foreign) say.TitlesDiffer(document.Body.Title!.Value.At, front, heading);
            return front;
        }

        if (heading is not null) return heading;
        // Where a title of a wrong shape is there, that was said already.
        if (!document.Broken && !fields.Has(key)) say.TitleMissing(document.File.Folder.Foreign, document.Front.At, kind.Label.ToLowerInvariant(), key);
        return id;
    }

    private static Correction ReadCorrection(Fields fields)
    {
        var read = new Correction(fields.Date("date"), fields.Text("what") ?? "", fields.Text("why"));
        if (!fields.Has("what")) fields.Say.KeyMissing(fields.At, "what", "corrections");
        fields.Finish();
        return read;
    }

    /// <summary>
    /// Two files of our own form with one id are a mistake. Found records may share a stem; the one that comes later
    /// in path order gets its folder's name in front, or a number behind.
    /// </summary>
    private static List<Record> Unique(List<Record> records, DiagnosticBag say)
    {
        var taken = new Dictionary<(string, string), Record>();
        var unique = new List<Record>(records.Count);
        // A file with an extension has the better claim to its stem than one without.
        foreach (var record in records.OrderBy(r => r.Core.Foreign).ThenBy(r => !r.Core.File.Text.Path.EndsWith(".md", StringComparison.Ordinal))
            .ThenBy(r => r.Core.File.Text.Path.Count(c => c == '/')).ThenBy(r => r.Core.File.Text.Path, StringComparer.Ordinal))
        {
            var kept = record;
            if (!taken.TryAdd(CaseFree(record), record))
            {
                if (!record.Core.Foreign)
                {
                    say.IdTwice(record.Core.At, record.Kind.Label.ToLowerInvariant(), record.Id, taken[CaseFree(record)].Core.At);
                    continue;
                }

                kept = Renamed(record, taken);
                say.IdLengthened(record.Core.At, record.Id, kept.Id);
                taken[CaseFree(kept)] = kept;
            }

            unique.Add(kept);
        }

        return unique;
    }

    private static Record Renamed(Record record, Dictionary<(string, string), Record> taken)
    {
        var folder = record.Core.File.Text.Folder;
        var longer = RecordId.From($"{folder[(folder.LastIndexOf('/') + 1)..]}-{record.Id}");
        var candidate = record with { Core = record.Core with { Id = longer } };
        for (var n = 2; taken.ContainsKey(CaseFree(candidate)); n++)
            candidate = record with { Core = record.Core with { Id = $"{record.Id}-{n}" } };
        return candidate;
    }

    /// <summary>Some hosts do not tell A from a.</summary>
    private static (string, string) CaseFree(Record record) => (record.Kind.Name, record.Id.ToLowerInvariant());
}
