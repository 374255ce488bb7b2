using System.Xml;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>
/// Every legal document is well-formed Akoma Ntoso 3.0: no name is given twice, and what the document refers to in itself
/// or on the site is there. Whether it keeps the whole schema is a question for the schema, which a site does not hold.
/// </summary>
internal static class LegalTexts
{
    /// <summary>The end of the name of such a file.</summary>
    public const string Extension = ".akn.xml";

    private const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <summary>Says what is wrong with them.</summary>
    public static void Check(Reading site, DiagnosticBag say) =>
        Parallel.ForEach(site.Published.Paths.Where(path => path.EndsWith(Extension, StringComparison.Ordinal)), path => Check(site, path, say));

    private static void Check(Reading site, string path, DiagnosticBag say)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var references = new Dictionary<string, Place>(StringComparer.Ordinal);
        try
        {
            // A document type could name files elsewhere; such a document has none.
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(site.Published.BytesOf(path).ToArray()), settings);
            reader.MoveToContent();
            if (reader.LocalName != "akomaNtoso" || reader.NamespaceURI != Namespace) say.LegalTextOfOtherKind(Of(reader).In(site, path), reader.Name);
            do
            {
                while (reader.MoveToNextAttribute())
                {
                    if (reader.Name == "eId" && !names.Add(reader.Value)) say.LegalTextNameTwice(Of(reader).In(site, path), reader.Value);
                    if (reader.Name == "href" || reader.Value.StartsWith('#')) references.TryAdd(reader.Value, Of(reader));
                }
            }
            while (reader.Read());
        }
        catch (XmlException problem)
        {
            say.FeedBroken(new Place(problem.LineNumber, problem.LinePosition).In(site, path), problem.Message.Split(" Line ")[0]);
            return;
        }

        foreach (var (address, place) in references) CheckReference(site, path, names, address, place, say);
    }

    /// <summary>What starts with a slash is a name for good and no address (akn-nc v1.0).</summary>
    private static void CheckReference(Reading site, string path, HashSet<string> names, string address, Place place, DiagnosticBag say)
    {
        if (address.StartsWith('/')) return;
        if (address.StartsWith('#'))
        {
            if (!names.Contains(address[1..])) say.LegalTextReferenceBroken(place.In(site, path), address);
            return;
        }

        var target = Address.Resolve(site, path, address);
        if (target.Leads == Leads.Elsewhere || (target.Leads == Leads.Here && target.Fragment.Length == 0)) return;
        Links.Judge(site, new Page(path), new Link(address, Use.Follows, place.In(site, path).Start), target, say);
    }

    private static Place Of(XmlReader reader) => reader is IXmlLineInfo at ? new Place(at.LineNumber, at.LinePosition) : new Place(1, 1);

    /// <summary>A line and a letter in it, both counted from 1; finding them in the text takes a while and is left until there is something to say.</summary>
    private readonly record struct Place(int Line, int Letter)
    {
        public Location In(Reading site, string path)
        {
            var source = site.Published.TextOf(path);
            var start = 0;
            for (var i = 1; i < Line; i++) start = source.Text.IndexOf('\n', start) + 1;
            return source.At(Math.Clamp(start + Letter - 1, 0, source.Text.Length));
        }
    }
}
