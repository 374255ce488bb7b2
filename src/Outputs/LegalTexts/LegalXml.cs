using System.Xml;
using PublicLedger.Documents;

namespace PublicLedger.Outputs;

/// <summary>
/// The few ways in which elements of Akoma Ntoso are written here. What XML 1.0 cannot hold (control characters, halves of
/// letters) becomes a box, as it does on pages.
/// </summary>
internal static class LegalXml
{
    /// <summary>The namespace of Akoma Ntoso 3.0 (OASIS, akn-core v1.0).</summary>
    public const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <summary>Starts an element. An attribute without a value is left out.</summary>
    public static void Open(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
            if (value is not null) xml.WriteAttributeString(attribute, Letters.Clean(value));
    }

    /// <summary>Ends the element started last.</summary>
    public static void End(this XmlWriter xml) => xml.WriteEndElement();

    /// <summary>An element without content.</summary>
    public static void Empty(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.Open(name, attributes);
        xml.End();
    }

    /// <summary>An element of words.</summary>
    public static void Words(this XmlWriter xml, string name, string words, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.Open(name, attributes);
        xml.WriteString(Letters.Clean(words));
        xml.End();
    }
}
