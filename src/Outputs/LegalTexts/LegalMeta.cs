using System.Globalization;
using System.Xml;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>
/// What a legal document says about itself: its names and days as work, expression and manifestation, the life of the
/// agreement, what changed, and the periods that follow. The file bears no day of a build: it is the same as long as
/// the record is.
/// </summary>
internal static class LegalMeta
{
    private const string InForce = "in-force";
    private const string Coalition = "#coalition";

    /// <summary>Writes the <c>meta</c> element.</summary>
    public static void Write(XmlWriter xml, LegalWork work, int place, LegalHistory history)
    {
        xml.Open("meta");
        Identification(xml, work, place);
        Lifecycle(xml, work);
        Analysis(xml, history);
        Periods(xml, work, history);
        References(xml, work);
        xml.End();
    }

    private static void Identification(XmlWriter xml, LegalWork work, int place)
    {
        var texts = work.Timeline.Texts;
        var expression = work.Expression(place)!;
        xml.Open("identification", ("source", Coalition));

        xml.Open("FRBRWork");
        Names(xml, work.Name + "/!main", work.Name);
        Date(xml, work.Day, LegalWork.WasAdopted(texts[0]) ? "adopted" : NameOfDay(texts[0]));
        xml.Empty("FRBRauthor", ("href", Coalition));
        xml.Empty("FRBRcountry", ("value", LegalWork.Country));
        xml.Empty("FRBRsubtype", ("value", LegalWork.Subtype));
        xml.Empty("FRBRnumber", ("value", work.Timeline.Agreement.Id));
        xml.Empty("FRBRname", ("value", work.Timeline.Agreement.Title));
        xml.End();

        xml.Open("FRBRExpression");
        Names(xml, expression + "/!main", expression);
        if (work.Site is not null)
            xml.Empty("FRBRalias", ("value", work.Address(PageOf(work.Timeline.Agreement, texts[place]))), ("name", "page"));
        var day = LegalWork.DayOf(texts[place])!.Value;
        Date(xml, day, NameOfDay(texts[place]));
        if (NameOfDay(texts[place]) == InForce && texts[place].Date?.Exact is { } adopted) Date(xml, adopted, "adopted");
        xml.Empty("FRBRauthor", ("href", Coalition));
        xml.Empty("FRBRversionNumber", ("value", (place + 1).ToString(CultureInfo.InvariantCulture)));
        xml.Empty("FRBRlanguage", ("language", work.Language));
        xml.End();

        xml.Open("FRBRManifestation");
        Names(xml, expression + "/!main.xml", expression + ".xml");
        Date(xml, day, "text");
        xml.Empty("FRBRauthor", ("href", Coalition));
        xml.Empty("FRBRformat", ("value", "application/akn+xml"));
        xml.End();

        xml.End();
    }

    private static void Lifecycle(XmlWriter xml, LegalWork work)
    {
        xml.Open("lifecycle", ("source", Coalition));
        foreach (var happened in work.Events)
            xml.Empty("eventRef", ("eId", happened.Id), ("date", LegalWork.Iso(happened.Day)), ("source", "#" + happened.Source), ("type", happened.Type));
        xml.End();
    }

    private static void Analysis(XmlWriter xml, LegalHistory history)
    {
        if (history.Changes.IsEmpty) return;
        xml.Open("analysis", ("source", Coalition));
        xml.Open("passiveModifications");
        for (var i = 0; i < history.Changes.Length; i++)
        {
            var change = history.Changes[i];
            xml.Open("textualMod", ("eId", string.Create(CultureInfo.InvariantCulture, $"pmod_{i + 1}")), ("type", change.Type));
            foreach (var source in change.Sources) xml.Empty("source", ("href", source));
            xml.Empty("destination", ("href", change.Destination));
            if (change.Period is { } period) xml.Empty("force", ("period", "#" + period));
            if (change.Previous is { } previous) xml.Empty("previous", ("href", previous));
            xml.End();
        }

        xml.End();
        xml.End();
    }

    private static void Periods(XmlWriter xml, LegalWork work, LegalHistory history)
    {
        if (!history.Periods.Any()) return;
        xml.Open("temporalData", ("source", Coalition));
        foreach (var period in history.Periods)
        {
            xml.Open("temporalGroup", ("eId", period.Id));
            xml.Empty(
                "timeInterval", ("start", "#" + work.StartOf(period.From)), ("end", period.To is { } end ? "#" + work.StartOf(end) : null),
                ("refersTo", NameOfDay(work.Timeline.Texts[period.From]) == InForce ? "#in-force" : "#as-dated"));
            xml.End();
        }

        xml.End();
    }

    private static void References(XmlWriter xml, LegalWork work)
    {
        xml.Open("references", ("source", Coalition));
        foreach (var reference in work.References)
            xml.Empty(reference.Element, ("eId", reference.Id), ("href", reference.Address), ("showAs", reference.Title));
        xml.Empty("TLCOrganization", ("eId", "coalition"), ("href", $"/akn/ontology/organization/{LegalWork.Country}/{work.OwnerName}"), ("showAs", work.Owner));
        xml.Empty("TLCConcept", ("eId", "in-force"), ("href", "/akn/ontology/concept/in-force"), ("showAs", "in force"));
        xml.Empty("TLCConcept", ("eId", "as-dated"), ("href", "/akn/ontology/concept/as-dated"), ("showAs", "the text of this date"));
        xml.End();
    }

    private static void Names(XmlWriter xml, string component, string whole)
    {
        xml.Empty("FRBRthis", ("value", component));
        xml.Empty("FRBRuri", ("value", whole));
    }

    private static void Date(XmlWriter xml, DateOnly day, string name) => xml.Empty("FRBRdate", ("date", LegalWork.Iso(day)), ("name", name));

    /// <summary>What the day of a text is, saying no more than the record does.</summary>
    private static string NameOfDay(Platform text) => (text.AppliesFrom, text.InForce, text.Date) switch
    {
        ({ }, _, _) => "dated",
        (null, { }, _) => InForce,
        (null, null, { }) => "adopted",
        _ => "dated",
    };

    private static string PageOf(Platform agreement, Platform text) => agreement.Versions.IsEmpty ? Routes.Of(agreement) : Routes.Version(agreement, text);
}
