using System.Net;

namespace PublicLedger.Checks;

/// <summary>An attribute that matters, and where its name and value stand in the text that its tag was read from.</summary>
internal readonly record struct AttributeSpan(Attribute Attribute, int Name, int NameLength, int Value, int ValueLength);

/// <summary>
/// One start tag while it is looked at, over borrowed text. Both readers (the scan and the parser) show a page to the
/// checks as a row of these. Attributes that no check asks for are left out.
/// </summary>
internal readonly ref struct Tag(ReadOnlySpan<char> text, Element element, ReadOnlySpan<AttributeSpan> attributes, int at, bool encoded)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<AttributeSpan> attributes = attributes;

    /// <summary>What element it begins.</summary>
    public Element Element { get; } = element;

    /// <summary>Offset of the tag in the page, in UTF-16 units.</summary>
    public int At { get; } = at;

    /// <summary>How many attributes it has.</summary>
    public int Count => attributes.Length;

    /// <summary>What an attribute is.</summary>
    public Attribute this[int index] => attributes[index].Attribute;

    /// <summary>The name of an attribute as written, in lower case.</summary>
    public ReadOnlySpan<char> NameOf(int index) => text.Slice(attributes[index].Name, attributes[index].NameLength);

    /// <summary>The value of an attribute, with character references resolved; borrowed where there are none.</summary>
    public ReadOnlySpan<char> ValueOf(int index)
    {
        var value = text.Slice(attributes[index].Value, attributes[index].ValueLength);
        return encoded && value.Contains('&') ? WebUtility.HtmlDecode(value.ToString()) : value;
    }

    /// <summary>The value of an attribute; false where the tag does not have it.</summary>
    public bool TryGet(Attribute attribute, out ReadOnlySpan<char> value)
    {
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].Attribute != attribute) continue;
            value = ValueOf(i);
            return true;
        }

        value = default;
        return false;
    }
}
