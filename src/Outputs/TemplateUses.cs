using System.Collections.Immutable;

namespace PublicLedger.Outputs;

/// <summary>Which template is given which type of view: what the check of the templates goes by.</summary>
public static class TemplateUses
{
    /// <summary>The templates of the kinds and of the site's own pages.</summary>
    public static IEnumerable<(string Template, Type View)> Of(ImmutableArray<KindPages> kinds) =>
        kinds.Select(k => (k.Template, ViewOf(k))).Concat(SitePages.Templates).Distinct();

    private static Type ViewOf(KindPages pages) => pages.View.Method.DeclaringType!;
}
