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

        ImmutableArray<TextBlock> first = [.. text.Body.Sections.Where(s => s.Level == 0).SelectMany(s => TextBlocks.Of(s.Content))];
        if (!first.IsEmpty && !text.Clauses.IsEmpty)
        {
            xml.Open("preamble");
            LegalBlocks.Write(xml, first);
            xml.End();
        }

        xml.Open("body");
        var body = new LegalBody(xml, work, place, history);
        for (var at = 0; at < text.Clauses.Length;) at = body.Clause(at);
        if (text.Clauses.IsEmpty) Whole(xml, first);
        xml.End();
    }

    /// <summary>A text without headings: a body must hold something that can hold words.</summary>
    private static void Whole(XmlWriter xml, ImmutableArray<TextBlock> blocks)
    {
        xml.Open("hcontainer", ("eId", "hcontainer_1"), ("name", "text"));
        xml.Open("content");
        LegalBlocks.Write(xml, blocks);
        xml.End();
        xml.End();
    }

    /// <summary>Writes a clause with all below it, and gives the place of the clause after those.</summary>
    private int Clause(int at)
    {
        var section = clauses[at].Section;
        var story = work.Timeline.At(place, section.Anchor)!;
        var (id, born) = (work.IdOf(place, story), work.IdOf(story.First, story));
        var element = LegalWork.ElementOf(clauses, at).Element;
        xml.Open(
            element, ("eId", id), ("wId", born == id ? null : born), ("class", clauses[at].Kind),
            ("period", history.PeriodOf(section.Anchor) is { } period ? "#" + period : null));
        if (section.Number.Length > 0) xml.Words("num", section.Number);
        if (section.Title.Length > 0) xml.Words("heading", section.Title);
        var blocks = TextBlocks.Of(section.Content);
        if (!blocks.IsEmpty)
        {
            xml.Open(element == "article" ? "content" : "intro");
            LegalBlocks.Write(xml, blocks);
            xml.End();
        }

        var next = at + 1;
        while (next < clauses.Length && clauses[next].Section.Level > section.Level) next = Clause(next);
        xml.End();
        return next;
    }
}
