using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>What an address in a text leads to.</summary>
public enum LinkKind
{
    /// <summary>Another record, or a place in it.</summary>
    Record,

    /// <summary>A place on the same page.</summary>
    SamePage,

    /// <summary>A file beside the records.</summary>
    Attachment,

    /// <summary>Another site.</summary>
    External,

    /// <summary>Nothing on this site.</summary>
    Dead,

    /// <summary>An address that must not be followed (script, data, file).</summary>
    Unsafe,

    /// <summary>A mailbox that is not published.</summary>
    Hidden,
}

/// <summary>Where a link leads.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Record">The record, for links to one.</param>
/// <param name="Fragment">The place within the page, or null.</param>
/// <param name="Address">For another site its address, for an attachment its path, for a dead link the address as written.</param>
public readonly record struct LinkTarget(LinkKind Kind, Record? Record = null, string? Fragment = null, string Address = "")
{
    /// <summary>Whether <see cref="Fragment"/> names a place that exists.</summary>
    public bool FragmentExists { get; init; } = true;
}

/// <summary>Finds out where the links of texts lead: by the path a relative address means, never by a guess.</summary>
public sealed class LinkIndex(Corpus corpus, ImmutableDictionary<string, Attachment> attachments)
{
    /// <summary>What hosts add to an address to find a file; the whole name comes first.</summary>
    private static readonly ImmutableArray<string> Rests = ["", ".md", "/index.md", "/_index.md", "/README.md"];

    /// <summary>Where a link in a record's text leads.</summary>
    public LinkTarget Resolve(Record from, Link link)
    {
        var target = link.Target.Trim();
        if (target.Length == 0) return new(LinkKind.Dead);
        if (target[0] == '#') return SamePage(from, target[1..]);
        if (target.StartsWith("//", StringComparison.Ordinal)) return new(LinkKind.External, Address: "https:" + target);
        if (link.IsAbsolute)
        {
            return link.Scheme switch
            {
                "http" or "https" when Uri.TryCreate(target, UriKind.Absolute, out _) => new(LinkKind.External, Address: target),
                "http" or "https" => new(LinkKind.Dead, Address: target),
                "mailto" when target.Length > 7 => new(LinkKind.External, Address: target),
                "mailto" or "tel" => new(LinkKind.Hidden),
                _ => new(LinkKind.Unsafe, Address: target),
            };
        }

        return Relative(from, target);
    }

    private LinkTarget Relative(Record from, string target)
    {
        var hash = target.IndexOf('#');
        var fragment = hash >= 0 ? target[(hash + 1)..] : null;
        var address = hash >= 0 ? target[..hash] : target;
        if (address.IndexOf('?') is var query and >= 0) address = address[..query];
        if (RelativePath.Resolve(from.Core.File.Text.Folder, Unescape(address)) is not { } path) return new(LinkKind.Dead, Address: target);
        foreach (var rest in Rests)
        {
            if (corpus.At(path + rest) is { } record)
            {
                return new(LinkKind.Record, record, fragment is { Length: > 0 } ? Anchor(record, Unescape(fragment)) ?? fragment : null)
                {
                    FragmentExists = fragment is not { Length: > 0 } || Anchor(record, Unescape(fragment)) is not null,
                };
            }
        }

        return attachments.ContainsKey(path) ? new(LinkKind.Attachment, Address: path) : new(LinkKind.Dead, Address: target);
    }

    private static LinkTarget SamePage(Record from, string fragment)
    {
        if (fragment.Length == 0) return new(LinkKind.SamePage, from, "at-main");
        var anchor = Anchor(from, Unescape(fragment));
        return new(LinkKind.SamePage, from, anchor ?? fragment) { FragmentExists = anchor is not null, Address = "#" + fragment };
    }

    /// <summary>The anchor as the page has it: exact, else without regard to case as browsers' hosts are.</summary>
    private static string? Anchor(Record record, string fragment) =>
        record.Body.Anchors.Contains(fragment) ? fragment
        : record.Body.Anchors.Contains(fragment.ToLowerInvariant()) ? fragment.ToLowerInvariant()
        : null;

    private static string Unescape(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;
}
