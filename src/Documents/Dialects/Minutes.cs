using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>Minutes as written elsewhere: their date, who was there, the recording, and what was decided.</summary>
internal static partial class Minutes
{
    /// <summary>Offers what the text of minutes says to the front matter, and adds the marks that need no marking word.</summary>
    public static Document Translate(Document document, FrontBuilder front, DiagnosticBag say)
    {
        var sections = document.Body.Sections;
        OfferDate(document, front, say);
        var attendance = new Attendance(say);
        attendance.Read(sections);
        foreach (var (key, people) in attendance.Lists)
            front.Offer(key, key is "chair" or "minutes-by" && people.Length == 1 ? people[0] : new Sequence(people, people[0].At));
        if (front.Front["present"] is null) say.AttendanceNotFound(document.Source.At(document.BodyStart));
        OfferRecording(sections, front);
        OfferTime(sections, front);
        return document with { Body = document.Body with { Marks = DecisionReader.AddTo(document.Body, say) } };
    }

    /// <summary>The date, from the most trusted place that has one: front matter, title, first heading, file name, folder, a line.</summary>
    private static void OfferDate(Document document, FrontBuilder front, DiagnosticBag say)
    {
        if (front.Front["date"] is not null || front.Front["date-written"] is not null) return;
        (Located<string> Text, PartialDate Day, PartialDate MonthFirst)? ambiguous = null;
        (PartialDate Date, Location At)? used = null;
        foreach (var (text, isName) in DatePlaces(document, front))
        {
            var reading = WrittenDates.Find(text.Value, document.File.Folder.DateOrder, out var date, out var monthFirst, out var place);
            if (reading == DateReading.NotADate) continue;
            var part = WrittenText.Part(text, place.Start, place.Length);
            if (reading == DateReading.Ambiguous) ambiguous ??= (part, date, monthFirst);
            else if (used is { } before)
            {
                if (isName && before.Date != date) say.DatesDiffer(before.At, before.Date, "the file name", date.ToString());
            }
            else
            {
                used = (date, part.At);
                front.Offer("date", new Scalar(date.ToString(), true, part.At));
                if (part.Value != date.ToString()) front.Offer("date-written", new Scalar(part.Value, true, part.At));
            }
        }

        if (used is not null) return;
        if (ambiguous is not { } open)
        {
            OfferMonth(document, front);
            return;
        }

        say.DateAmbiguous(open.Text.At, open.Text.Value, open.Day, open.MonthFirst);
        front.Offer("date-written", new Scalar(open.Text.Value, true, open.Text.At));
    }

    private static void OfferMonth(Document document, FrontBuilder front)
    {
        foreach (var (text, isName) in DatePlaces(document, front).Take(3))
        {
            if (isName || !WrittenDates.TryFindMonth(text.Value, out var month, out var place)) continue;
            var part = WrittenText.Part(text, place.Start, place.Length);
            front.Offer("date", new Scalar(month.ToString(), true, part.At));
            front.Offer("date-written", new Scalar(part.Value, true, part.At));
            return;
        }
    }

    private static IEnumerable<(Located<string> Text, bool IsName)> DatePlaces(Document document, FrontBuilder front)
    {
        var top = document.Source.At(document.BodyStart);
        if (front.Front.Text("title") is { } given) yield return (given, false);
        if (document.Body.Title is { } title) yield return (title, false);
        foreach (var section in document.Body.Sections)
        {
            if (section.Level == 0) continue;
            yield return (new Located<string>(section.Title, section.At), false);
            break;
        }

        yield return (new Located<string>(document.Source.Stem, top), true);
        yield return (new Located<string>(document.Source.Folder[(document.Source.Folder.LastIndexOf('/') + 1)..], top), false);
        foreach (var section in document.Body.Sections)
        {
            foreach (var line in section.Lines())
                if (DateLine().IsMatch(line.Value) || (section.Level == 0 && line.Value.Length < 60)) yield return (line, false);
            if (section.Level > 0) break;
        }
    }

    /// <summary>The addresses in a line such as <c>* **Recording**: https://…</c>.</summary>
    private static void OfferRecording(ImmutableArray<Section> sections, FrontBuilder front)
    {
        var found = ImmutableArray.CreateBuilder<Node>();
        foreach (var section in sections)
        {
            foreach (var line in section.Lines())
            {
                if (!Recording().IsMatch(line.Value)) continue;
                foreach (var link in WrittenText.Links(line)) found.Add(new Scalar(link.Reference, true, link.At));
            }
        }

        if (found.Count == 1) front.Offer("recording", found[0]);
        else if (found.Count > 1) front.Offer("recording", new Sequence(found.ToImmutable(), found[0].At));
    }

    private static void OfferTime(ImmutableArray<Section> sections, FrontBuilder front)
    {
        if (sections is not [{ Level: 0 } preamble, ..]) return;
        foreach (var line in preamble.Lines())
        {
            if (Time().Match(line.Value) is not { Success: true } match) continue;
            var text = WrittenText.Trimmed(line, match.Length, line.Value.Length);
            if (text.Value.Length > 0) front.Offer("time", new Scalar(WrittenText.Plain(text.Value), true, text.At));
        }
    }

    [GeneratedRegex(@"^\s*(?:[*-]\s+)?\**(?:meeting )?date\**\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^\s*(?:[*-]\s+)?(?:\*\*|__)?Recordings?(?:(?:\*\*|__)\s*:|:(?:\*\*|__)|:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Recording();

    [GeneratedRegex(@"^\s*(?:[*-]\s+)?(?:\*\*)?Time(?:\*\*\s*:|:\*\*|:)", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
