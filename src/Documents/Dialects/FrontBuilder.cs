using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>Puts the fields of a foreign record under our keys. Nothing is dropped: what has no key of ours keeps its own.</summary>
internal sealed partial class FrontBuilder
{
    private readonly SourceFile file;
    private readonly string dialect;
    private readonly bool publishContact;
    private readonly DiagnosticBag say;
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly string? kind;

    public FrontBuilder(Document document, string dialect, bool publishContact, DiagnosticBag say)
    {
        (file, this.dialect, this.publishContact, this.say) = (document.File, dialect, publishContact, say);
        kind = Parser.KindOf(file);
        Front = new Mapping([], document.Front.At);
        foreach (var (ours, theirs) in file.Folder.Keys.OrderBy(k => k.Key, StringComparer.Ordinal)) named[Headings.Normal(theirs)] = ours;
    }

    /// <summary>What was put together so far.</summary>
    public Mapping Front { get; private set; }

    /// <summary>Whether a key of theirs has a name here: the clerk's or the table's.</summary>
    public bool Knows(string key) => OursFor(key) is not null;

    /// <summary>Adds fields in the order given; false when the value of one was not understood, which was reported.</summary>
    public bool AddAll(ImmutableArray<WrittenField> fields)
    {
        var understood = true;
        // The clerk's own mapping comes first, so that it wins where two fields claim one key.
        foreach (var field in fields)
            if (named.ContainsKey(Headings.Normal(field.Key.Value))) understood &= Add(field);
        foreach (var field in fields)
            if (!named.ContainsKey(Headings.Normal(field.Key.Value))) understood &= Add(field);
        return understood;
    }

    /// <summary>Puts a value of our own finding under a key, unless the record has said it already.</summary>
    public void Offer(string key, Node value)
    {
        if (Front[key] is null or Scalar { IsAbsent: true }) Front = Front.With(key, value, value.At);
    }

    private string? OursFor(string key)
    {
        if (named.TryGetValue(Headings.Normal(key), out var ours)) return ours;
        ours = FieldNames.Ours(dialect, key);
        // A key that the clerk has given to another field of theirs is not taken by one that merely sounds like it.
        return ours is not null && file.Folder.Keys.ContainsKey(ours) ? null : ours;
    }

    private bool Add(WrittenField field)
    {
        if (OursFor(field.Key.Value) is not { } ours) return Keep(field);
        if (field.Value is Mapping || (field.Value is Scalar { IsAbsent: true } && field.Key.Value == ours)) return Keep(field);
        if (field.Value is Scalar value)
        {
            var plain = WrittenText.Plain(value.Text);
            if (Translated(ours, plain, value, field.Key.At)) return true;
            // A bar joins alternatives everywhere but in a title, which may be about a bar.
            var form = Placeholder.IsForm(value.Text, ours != "title") || Placeholder.IsForm(plain, ours != "title");
            if (form || (Placeholder.IsNothing(plain) && !(ours == "status" && plain.Equals("pending", StringComparison.OrdinalIgnoreCase))))
            {
                if (plain.Length > 0) NotGiven(field, ours, value, form);
                return !form;
            }
        }

        return FieldNames.TypeOf(ours) switch
        {
            FieldType.Status => field.Value is Scalar status ? AddStatus(status, field.Key.At) : Keep(field),
            FieldType.Date => field.Value is Scalar date ? AddDate(ours, date, field) : Keep(field),
            FieldType.Text when field.Value is Sequence => Keep(field with { Key = field.Key.With(ours) }),
            FieldType.Text => AddText(ours, (Scalar)field.Value, field),
            var type => AddList(ours, type, field),
        };
    }

    private void NotGiven(WrittenField field, string ours, Scalar value, bool form)
    {
        if (ours == "status") Set("status-written", value with { Text = Clean(value.Text) }, field.Key.At);
        if (form) say.NotUnderstood(value.At, $"The field \"{field.Key.Value}\" is not filled in, and", Clean(value.Text));
        else say.FieldNotGiven(value.At, field.Key.Value, Clean(value.Text));
    }

    /// <summary>The clerk's own words for their values win over everything.</summary>
    private bool Translated(string ours, string plain, Scalar value, Location keyAt)
    {
        if (!file.Folder.Values.TryGetValue(ours, out var words)) return false;
        var theirs = words.Keys.Order(StringComparer.Ordinal).FirstOrDefault(w => w.Trim().Equals(plain, StringComparison.OrdinalIgnoreCase));
        if (theirs is null) return false;
        Set(ours, new Scalar(words[theirs], true, value.At), keyAt);
        Set($"{ours}-written", new Scalar(Clean(plain), true, value.At), keyAt);
        return true;
    }

    private bool AddStatus(Scalar value, Location keyAt)
    {
        if (Front["status-written"] is not null) return false;
        var raw = new Located<string>(value.Text, value.At);
        var written = Clean(value.Text);
        Set("status-written", new Scalar(written, true, value.At), keyAt);
        if (StatusWords.For(kind) is null)
        {
            Set("status", new Scalar(written, true, value.At), keyAt);
            return true;
        }

        var links = WrittenText.Links(raw);
        var replaced = links.Count > 0 && ReplacedWord().IsMatch(WrittenText.Plain(value.Text));
        var reading = StatusWords.Read(WrittenText.Plain(replaced ? DanglingBy().Replace(WrittenText.WithoutLinks(value.Text), "") : value.Text), kind, dialect, file.Folder.DateOrder);
        if (reading.Word is null)
        {
            say.StatusNotUnderstood(value.At, written, StatusWords.Nearest(written, kind));
            return false;
        }

        Set("status", new Scalar(reading.Word, true, value.At), keyAt);
        if (reading.Note is { Length: > 0 } note) Set("status-note", new Scalar(Clean(note), true, value.At), keyAt);
        if (reading.Word != "superseded" && !reading.Partly) return true;
        var key = reading.Partly ? "partly-superseded-by" : "superseded-by";
        if (replaced) Append(key, [.. links.Select(l => new Scalar(l.Reference, true, l.At))], keyAt);
        else if (reading.Reference is { } reference) Append(key, [.. WrittenText.Items(Found(raw, reference)).Select(i => new Scalar(WrittenText.Plain(i.Value), true, i.At))], keyAt);
        return true;
    }

    private bool AddDate(string ours, Scalar value, WrittenField field)
    {
        if (Front[ours] is not null) return Keep(field with { Key = field.Key.With(Spare(field.Key.Value, ours)) });
        var text = WrittenText.Plain(value.Text);
        if (WithUpdate().Match(text) is { Success: true } both && PartialDate.TryParse(both.Groups[1].Value, out var decided) && PartialDate.TryParse(both.Groups[2].Value, out var updated))
        {
            var raw = new Located<string>(value.Text, value.At);
            Set(ours, new Scalar(decided.ToString(), true, value.At), field.Key.At);
            Offer("updated", new Scalar(updated.ToString(), true, Found(raw, both.Groups[2].Value).At));
            Set($"{ours}-written", new Scalar(text, true, value.At), field.Key.At);
            return true;
        }

        var reading = WrittenDates.Read(text, file.Folder.DateOrder, out var date, out var monthFirst);
        if (reading == DateReading.Read)
        {
            Set(ours, new Scalar(date.ToString(), true, value.At), field.Key.At);
            if (text == date.ToString()) return true;
        }
        else if (reading == DateReading.Ambiguous) say.DateAmbiguous(value.At, text, date, monthFirst);
        else say.NotUnderstood(value.At, $"The date in \"{field.Key.Value}\"", Clean(text));
        Set($"{ours}-written", new Scalar(Clean(text), true, value.At), field.Key.At);
        return reading == DateReading.Read;
    }

    private bool AddText(string ours, Scalar value, WrittenField field)
    {
        if (Front[ours] is not null) return Keep(field with { Key = field.Key.With(Spare(field.Key.Value, ours)) });
        var text = LineBreak().Replace(value.Text, " / ");
        // Swift's "Proposal: [SE-0240](…)": the number is what the link says.
        var label = ours == "number" && WrittenText.Links(new Located<string>(value.Text, value.At)) is [var link, ..] ? link.Label : text;
        Set(ours, value with { Text = Clean(label) }, field.Key.At);
        return true;
    }

    private bool AddList(string ours, FieldType type, WrittenField field)
    {
        var items = new List<Scalar>();
        var complete = true;
        foreach (var node in field.Value is Sequence list ? list.Items : [field.Value])
        {
            if (node is not Scalar scalar) return Keep(field);
            // A list of names that a clerk wrote as a list is not cut again at its commas.
            var raw = new Located<string>(scalar.Text, scalar.At);
            foreach (var part in field.Value is Sequence ? [raw] : Parts(raw, type)) complete &= AddItem(items, part, type);
        }

        if (ours == "resolution" && dialect == "pep") OfferResolutionDate((field.Value as Scalar)!, field.Key.At);
        if (items.Count == 0 && field.Value is Scalar && complete) return true;
        Append(ours, items, field.Key.At, field.Value is Sequence);
        return complete;
    }

    private IEnumerable<Located<string>> Parts(Located<string> raw, FieldType type) =>
        type == FieldType.Words && dialect is "madr" or "log4brains" && type == FieldType.Words
            ? WordInList().Matches(raw.Value).Select(m => WrittenText.Part(raw, m.Index, m.Length))
            : WrittenText.Items(raw);

    private bool AddItem(List<Scalar> items, Located<string> part, FieldType type)
    {
        var links = type is FieldType.References or FieldType.Links ? WrittenText.Links(part) : [];
        foreach (var link in links) items.Add(new Scalar(Clean(link.Reference), true, link.At));
        if (links.Count > 0)
        {
            // Words beside the links would be lost: the part of the record that has them is left on the page.
            return !WrittenText.Plain(WrittenText.WithoutLinks(part.Value)).Any(char.IsLetterOrDigit);
        }

        var text = Clean(part.Value);
        if (type == FieldType.People) text = WithoutAddress(text);
        if (Placeholder.IsNothing(text))
        {
            if (text.Length > 0) say.FieldNotGiven(part.At, "a list", text);
            return true;
        }

        if (Placeholder.IsForm(text))
        {
            say.NotUnderstood(part.At, "A part of a form that was not filled in", text);
            return false;
        }

        items.Add(new Scalar(text, true, part.At));
        return true;
    }

    private void OfferResolutionDate(Scalar value, Location keyAt)
    {
        if (WrittenDates.Find(WrittenText.Plain(value.Text), file.Folder.DateOrder, out var date, out _, out _) != DateReading.Read || Front["date"] is not null) return;
        Set("date", new Scalar(date.ToString(), true, value.At), keyAt);
        if (WrittenText.Plain(value.Text) != date.ToString()) Set("date-written", new Scalar(WrittenText.Plain(value.Text), true, value.At), keyAt);
    }

    private bool Keep(WrittenField field)
    {
        var key = Front[field.Key.Value] is null ? field.Key.Value : Spare(field.Key.Value, field.Key.Value);
        Set(key, field.Value is Scalar scalar ? scalar with { Text = publishContact ? scalar.Text : Contacts.Mask(scalar.Text) } : field.Value, field.Key.At);
        return true;
    }

    private string Spare(string theirs, string ours)
    {
        var key = theirs == ours ? $"{ours}-as-written" : theirs;
        while (Front[key] is not null) key += "-again";
        return key;
    }

    private void Set(string key, Node value, Location keyAt) => Front = Front.With(key, value, keyAt);

    private void Append(string key, IReadOnlyList<Scalar> items, Location keyAt, bool asList = false)
    {
        var all = ImmutableArray.CreateBuilder<Node>();
        if (Front[key] is Sequence before) all.AddRange(before.Items);
        else if (Front[key] is Scalar { IsAbsent: false } one) all.Add(one);
        foreach (var item in items)
            if (!all.Any(n => n is Scalar s && s.Text == item.Text)) all.Add(item);
        if (all.Count == 1 && !asList) Set(key, all[0], keyAt);
        else if (all.Count > 0 || asList) Set(key, new Sequence(all.ToImmutable(), items.Count > 0 ? items[0].At : keyAt), keyAt);
    }

    private static Located<string> Found(Located<string> raw, string part) =>
        raw.Value.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? WrittenText.Part(raw, at, part.Length) : new Located<string>(part, raw.At);

    private string Clean(string raw) => publishContact ? WrittenText.Plain(raw) : Contacts.Mask(WrittenText.Plain(raw));

    /// <summary>A name without the hole that a masked address leaves: "Jo Lund &lt;…&gt;" is Jo Lund.</summary>
    private static string WithoutAddress(string text) => MaskedAddress().Replace(text, "") is { Length: > 0 } name ? name : text;

    [GeneratedRegex(@"\s*[<(&]?\[e-mail address not shown\][>)]?(?:;|&gt;)?", RegexOptions.CultureInvariant)]
    private static partial Regex MaskedAddress();

    [GeneratedRegex(@"\s*<br\s*/?>\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2}) \(updated (\d{4}-\d{2}-\d{2})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithUpdate();

    [GeneratedRegex(@"[^\s,]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordInList();

    [GeneratedRegex(@"(?:super[sc]eded|replaced|obsoleted)(?: in part)?(?: by:?)?\W*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReplacedWord();

    [GeneratedRegex(@"\s+by:?\s*[.*_]*\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DanglingBy();
}
