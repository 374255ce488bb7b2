namespace PublicLedger.Checks;

/// <summary>Gathers what matters from a page's tags, one after the other, and hands it over as a <see cref="Page"/>.</summary>
/// <remarks>One instance reads many pages, so that equal addresses and ids are one string.</remarks>
internal sealed class PageNotes
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<Link> links = [];
    private readonly List<Heading> headings = [];
    private readonly List<Danger> dangers = [];
    private readonly List<Mark> repeatedIds = [];
    private readonly List<int> imagesWithoutText = [];
    private HashSet<string> ids = [];
    private Page page = new("");
    private int titles;
    private int mains;
    private int firstLoad;

    /// <summary>Creates an empty notebook.</summary>
    public PageNotes() => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Begins a page.</summary>
    public void Begin(string path)
    {
        page = new Page(path);
        ids = new HashSet<string>(16, StringComparer.Ordinal);
        links.Clear();
        headings.Clear();
        dangers.Clear();
        repeatedIds.Clear();
        imagesWithoutText.Clear();
        (titles, mains, firstLoad) = (0, 0, -1);
    }

    /// <summary>The page begins with a document type.</summary>
    public void Doctype() => page = page with { HasDoctype = true };

    /// <summary>A title element outside drawings.</summary>
    public void Title(string text, int at)
    {
        if (titles++ == 0) page = page with { Title = new Mark(OneLine(text), at) };
    }

    /// <summary>The text of the first h1.</summary>
    public void Headline(string text, int at) => page = page with { Headline = new Mark(OneLine(text), at) };

    /// <summary>A start tag.</summary>
    public void Open(in Tag tag)
    {
        switch (tag.Element)
        {
            case Element.Html:
                if (tag.TryGet(Attribute.Lang, out var language)) page = page with { Language = Word(language) };
                break;
            case Element.Body:
                if (tag.TryGet(Attribute.PageType, out var type)) page = page with { Type = Word(type) };
                break;
            case Element.Main:
                mains++;
                break;
            case >= Element.H1 and <= Element.H6:
                headings.Add(new Heading(tag.Element - Element.H1 + 1, tag.At));
                break;
            case Element.Img:
                if (!tag.TryGet(Attribute.Alt, out _)) imagesWithoutText.Add(tag.At);
                break;
            case Element.Meta:
                Meta(tag);
                break;
        }

        Harmless.Look(tag, dangers);
        for (var i = 0; i < tag.Count; i++) Note(tag, i);
    }

    /// <summary>The page, once its last tag was seen.</summary>
    public Page End(int lostCharacter) => page with
    {
        Titles = titles,
        Mains = mains,
        Headings = [.. headings],
        Ids = ids,
        RepeatedIds = [.. repeatedIds],
        Links = [.. links],
        Dangers = [.. dangers],
        FirstLoad = firstLoad,
        ImagesWithoutText = [.. imagesWithoutText],
        LostCharacter = lostCharacter,
    };

    private void Note(in Tag tag, int index)
    {
        switch (tag[index])
        {
            case Attribute.Id:
                Id(tag, index);
                break;
            case Attribute.Name when tag.Element == Element.A && Word(tag.ValueOf(index)) is { Length: > 0 } anchor:
                ids.Add(anchor);
                break;
            case Attribute.Href:
                Note(tag.ValueOf(index), UseOfHref(tag), tag.At);
                break;
            case Attribute.Src:
                Note(tag.ValueOf(index), Use.Loads, tag.At);
                break;
            case Attribute.Action:
                Note(tag.ValueOf(index), Use.Sends, tag.At);
                break;
            case Attribute.Sources:
                Sources(tag.ValueOf(index), tag.At);
                break;
        }
    }

    private void Id(in Tag tag, int index)
    {
        var id = Word(tag.ValueOf(index));
        if (!ids.Add(id)) repeatedIds.Add(new Mark(id, tag.At));
    }

    private void Note(ReadOnlySpan<char> address, Use use, int at)
    {
        links.Add(new Link(Word(address.Trim()), use, at));
        if (use == Use.Loads && firstLoad < 0) firstLoad = at;
    }

    /// <summary>Several addresses, each with a size behind it: <c>a.png 1x, b.png 2x</c>.</summary>
    private void Sources(ReadOnlySpan<char> value, int at)
    {
        foreach (var part in value.Split(','))
        {
            var source = value[part].Trim();
            var end = source.IndexOfAny(' ', '\t', '\n');
            if (source.Length > 0) Note(end < 0 ? source : source[..end], Use.Loads, at);
        }
    }

    private void Meta(in Tag tag)
    {
        if (tag.TryGet(Attribute.HttpEquiv, out var name) && name.Trim().Equals("content-security-policy", StringComparison.OrdinalIgnoreCase)
            && page.Policy is null && tag.TryGet(Attribute.Content, out var policy))
            page = page with { Policy = new Mark(Word(policy), tag.At) };
    }

    private static Use UseOfHref(in Tag tag)
    {
        if (tag.Element is Element.A or Element.Area) return Use.Follows;
        if (tag.Element != Element.Link || !tag.TryGet(Attribute.Rel, out var relations)) return Use.Loads;
        var use = Use.Loads;
        foreach (var part in relations.Split(' '))
        {
            if (relations[part] is "stylesheet" or "icon" or "preload" or "manifest") return Use.Loads;
            if (relations[part] is "canonical" or "license" or "author" or "help" or "bookmark") use = Use.Names;
            if (relations[part] is "alternate" or "next" or "prev" or "up" or "index" or "search" or "describedby" or "first" or "last" && use == Use.Loads) use = Use.Follows;
        }

        return use;
    }

    /// <summary>The same words come back on every page: one string for each.</summary>
    private string Word(ReadOnlySpan<char> text)
    {
        if (lookup.TryGetValue(text, out var known)) return known;
        var word = text.ToString();
        words.Add(word);
        return word;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
