using System.Collections.Immutable;
using System.Xml;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>
/// The words of a text as an act: the title as its preface, what stands before the first clause as its preamble, and a body
/// of clauses. A clause without clauses below it is an <c>article</c>; one with them is a container (see
/// <see cref="LegalWork.ElementOf"/>), and words of its own are its <c>intro</c>.
/// </summary>
internal sealed class LegalBody
{
    private readonly XmlWriter xml;
    private readonly LegalWork work;
    private readonly int place;
    private readonly LegalHistory history;
    private readonly ImmutableArray<Clause> clauses;

    private LegalBody(XmlWriter xml, LegalWork work, int place, LegalHistory history)
    {
        (this.xml, this.work, this.place, this.history) = (xml, work, place, history);
        clauses = work.Timeline.Texts[place].Clauses;
    }

    /// <summary>Writes <c>preface</c>, <c>preamble</c> and <c>body</c>.</summary>
    public static void Write(XmlWriter xml, LegalWork work, int place, LegalHistory history)
    {
        var text = work.Timeline.Texts[place];
        xml.Open("preface");
        xml.Open("longTitle");
        xml.Words("p", text.Title);
        xml.End();
        xml.End();

        var body = new LegalBody(xml, work, place, history);
        var opening = Opening.WithClauses(text).FirstOrDefault(c => c.Section.Level == 0)?.Section;
        if (opening is not null && !text.Clauses.IsEmpty)
        {
            xml.Open("preamble", ("eId", body.IdOf(opening)), ("period", body.PeriodOf(opening)));
            Blocks(xml, opening);
            xml.End();
        }

        xml.Open("body");
        for (var at = 0; at < text.Clauses.Length;) at = body.Clause(at);
        if (text.Clauses.IsEmpty && opening is not null)
        {
            // A text without headings: a body must hold something that can hold words.
            xml.Open("hcontainer", ("eId", body.IdOf(opening)), ("name", "text"), ("period", body.PeriodOf(opening)));
            xml.Open("content");
            Blocks(xml, opening);
            xml.End();
            xml.End();
        }

        xml.End();
    }

    /// <summary>What has no words (a picture that nobody described) is an empty paragraph, so that it has a place all the same.</summary>
    private static void Blocks(XmlWriter xml, Section section)
    {
        var blocks = TextBlocks.Of(section.Content);
        LegalBlocks.Write(xml, blocks);
        if (blocks.IsEmpty) xml.Empty("p");
    }

    private string IdOf(Section section) => work.IdOf(place, work.Timeline.At(place, section.Anchor)!);

    private string? PeriodOf(Section section) => history.PeriodOf(section.Anchor) is { } period ? "#" + period : null;

    /// <summary>Writes a clause with all below it, and gives the place of the clause after those.</summary>
    private int Clause(int at)
    {
        var section = clauses[at].Section;
        var story = work.Timeline.At(place, section.Anchor)!;
        var (id, born) = (work.IdOf(place, story), work.IdOf(story.First, story));
        var element = LegalWork.ElementOf(clauses, at).Element;
        xml.Open(element, ("eId", id), ("wId", born == id ? null : born), ("class", clauses[at].Kind), ("period", PeriodOf(section)));
        if (section.Number.Length > 0) xml.Words("num", section.Number);
        if (section.Title.Length > 0) xml.Words("heading", section.Title);
        if (!section.Content.IsEmpty)
        {
            xml.Open(element == "article" ? "content" : "intro");
            Blocks(xml, section);
            xml.End();
        }

        var next = at + 1;
        while (next < clauses.Length && clauses[next].Section.Level > section.Level) next = Clause(next);
        xml.End();
        return next;
    }
}
