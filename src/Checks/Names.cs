namespace PublicLedger.Checks;

/// <summary>The elements that some check asks for. A name is compared once, when its tag is read.</summary>
internal enum Element : byte
{
    /// <summary>Any other element.</summary>
    Other,
    A, Area, Base, Body, Form, Foreign, Frame, H1, H2, H3, H4, H5, H6, Html, Img, Link, Main, Meta, RawText, Script, Style, Svg, Title,
}

/// <summary>The attributes that some check asks for.</summary>
internal enum Attribute : byte
{
    /// <summary>Any other attribute.</summary>
    Other,
    Action, Alt, Content, Document, Handler, Href, HttpEquiv, Id, Lang, Name, PageType, Ping, Rel, Sources, Src, Style, Type,
}

/// <summary>Names of elements and attributes, in lower case, as what they are to the checks.</summary>
internal static class Names
{
    /// <summary>What an element is.</summary>
    public static Element ElementOf(ReadOnlySpan<char> name) => name switch
    {
        "a" => Element.A,
        "area" => Element.Area,
        "base" => Element.Base,
        "body" => Element.Body,
        "form" => Element.Form,
        "embed" or "object" or "applet" or "portal" or "foreignobject" or "animate" or "set" => Element.Foreign,
        "frame" or "iframe" => Element.Frame,
        "h1" => Element.H1,
        "h2" => Element.H2,
        "h3" => Element.H3,
        "h4" => Element.H4,
        "h5" => Element.H5,
        "h6" => Element.H6,
        "html" => Element.Html,
        "img" => Element.Img,
        "link" => Element.Link,
        "main" => Element.Main,
        "meta" => Element.Meta,
        "textarea" or "xmp" or "noembed" or "noframes" => Element.RawText,
        "script" => Element.Script,
        "style" => Element.Style,
        "svg" => Element.Svg,
        "title" => Element.Title,
        _ => Element.Other,
    };

    /// <summary>What an attribute is.</summary>
    public static Attribute AttributeOf(ReadOnlySpan<char> name) => name switch
    {
        "action" or "formaction" => Attribute.Action,
        "alt" => Attribute.Alt,
        "content" => Attribute.Content,
        "srcdoc" => Attribute.Document,
        "href" or "xlink:href" => Attribute.Href,
        "http-equiv" => Attribute.HttpEquiv,
        "id" => Attribute.Id,
        "lang" => Attribute.Lang,
        "name" => Attribute.Name,
        "data-page-type" => Attribute.PageType,
        "ping" => Attribute.Ping,
        "rel" => Attribute.Rel,
        "srcset" or "imagesrcset" => Attribute.Sources,
        "src" or "poster" or "background" or "data" or "manifest" => Attribute.Src,
        "style" => Attribute.Style,
        "type" => Attribute.Type,
        _ => name.Length > 2 && name[0] == 'o' && name[1] == 'n' ? Attribute.Handler : Attribute.Other,
    };
}
