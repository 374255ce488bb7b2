using System.Text;
using System.Xml;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>
/// Each text of each agreement as a legal document: Akoma Ntoso 3.0 (OASIS LegalDocML, akn-core v1.0), the form in which
/// parliaments and law publishers exchange acts with their amendments. It says of each clause since when it reads as it does
/// and which decision made it so.
///
/// The form demands a day to the day in several places. A text whose own day, or whose agreement's first day, is not
/// recorded that exactly gets no such document, and its page names none: a day is never made up.
/// </summary>
internal static class AkomaNtoso
{
    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    /// <summary>Where the document of a text is; null where the record says too little for one.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="place">The text, counted from 0.</param>
    public static string? PathOf(Platform agreement, int place)
    {
        var texts = Versions.TextsOf(agreement);
        var text = texts[place];
        if (LegalWork.FirstDay(texts[0]) is null || LegalWork.DayOf(text) is null) return null;
        if (Opening.WithClauses(text).IsEmpty) return null;
        return Routes.LegalText(agreement.Versions.IsEmpty ? Routes.Of(agreement) : Routes.Version(agreement, text));
    }

    /// <summary>The documents of a site, each made when it is asked for, on any thread.</summary>
    public static IEnumerable<Func<Artifact>> Plans(Site site)
    {
        foreach (var agreement in site.Corpus.All<Platform>(Platform.OfKind))
        {
            var work = new Lazy<LegalWork>(() => new LegalWork(site.Name, site.Settings, site.Consequences.Timelines.Of(agreement)));
            for (var place = 0; place < Versions.TextsOf(agreement).Length; place++)
            {
                var at = place;
                if (PathOf(agreement, at) is { } path) yield return () => new Artifact(path, Render(work.Value, at));
            }
        }
    }

    private static byte[] Render(LegalWork work, int place)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Form))
        {
            var history = new LegalHistory(work, place);
            xml.Open("akomaNtoso");
            xml.Open("act", ("name", LegalWork.Subtype), ("contains", place == 0 ? "originalVersion" : "singleVersion"));
            LegalMeta.Write(xml, work, place, history);
            LegalBody.Write(xml, work, place, history);
            xml.End();
            xml.End();
        }

        // One line end at the end, as in every text file of the site.
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
