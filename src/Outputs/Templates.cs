using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>
/// The template engine, and all that the program knows of it: Handlebars. A template holds loops and conditions over one
/// view; every value is escaped, unless its type is <see cref="Html"/>. A name that the view does not have is an error of
/// the template with its file and line, found before any page is made.
/// </summary>
public sealed class Templates
{
    private readonly ConcurrentDictionary<string, Lazy<HandlebarsTemplate<TextWriter, object, object>>> compiled = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, SourceText> sources;
    private readonly IHandlebars engine;

    /// <summary>Takes the built-in templates, each replaced by the site's own of the same name.</summary>
    public Templates(ImmutableArray<SourceText> builtIn, ImmutableArray<SourceText> own, DiagnosticBag say)
    {
        var names = builtIn.ToImmutableDictionary(t => NameOf(t), StringComparer.Ordinal);
        foreach (var template in own.Where(t => t.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            if (names.ContainsKey(NameOf(template))) names = names.SetItem(NameOf(template), template);
            else if (NameOf(template).StartsWith("parts/", StringComparison.Ordinal)) names = names.Add(NameOf(template), template);
            else say.TemplateUnknown(template.At(0), NameOf(template), [.. names.Keys]);
        }

        sources = names;
        engine = Handlebars.Create(new HandlebarsConfiguration
        {
            NoEscape = false,
            ThrowOnUnresolvedBindingExpression = true,
            TextEncoder = new Escaper(),
            ExpressionNameResolver = new HandlebarsDotNet.Compiler.Resolvers.UpperCamelCaseExpressionNameResolver(),
            FormatterProviders = { new Elements() },
        });
        foreach (var (name, source) in sources)
            if (name.StartsWith("parts/", StringComparison.Ordinal)) engine.RegisterTemplate(name["parts/".Length..], source.Text);
    }

    /// <summary>Checks every name that a template uses against the view it is given.</summary>
    public void Check(IEnumerable<(string Template, Type View)> uses, DiagnosticBag say)
    {
        var all = uses.ToList();
        foreach (var (template, view) in all) TemplateCheck.Check(template, view, sources, say);
        if (say.HasErrors) return;
        foreach (var (template, _) in all)
        {
            try
            {
                _ = Compiled(template);
            }
            catch (HandlebarsException trouble)
            {
                compiled.TryRemove(template, out _);
                say.TemplateBroken(sources[template].At(0), trouble.Message.Split('\n')[0]);
            }
        }
    }

    /// <summary>Fills a template with a view and gives the page's bytes, good until this thread fills the next.</summary>
    public ReadOnlyMemory<byte> Render(string template, object view)
    {
        var fill = Compiled(template);
        var writer = PageWriter.Rent();
        fill(writer, view, null!);
        return writer.TakeBytes();
    }

    private HandlebarsTemplate<TextWriter, object, object> Compiled(string template) =>
        compiled.GetOrAdd(template, name => new(() => engine.Compile(new StringReader(sources[name].Text)))).Value;

    private static string NameOf(SourceText template)
    {
        var path = template.Path.StartsWith("templates/", StringComparison.Ordinal) ? template.Path["templates/".Length..] : template.Path;
        return path.EndsWith(".html", StringComparison.Ordinal) ? path[..^".html".Length] : path;
    }

    /// <summary>Our own escaping, so that a change of the engine cannot change what is safe.</summary>
    private sealed class Escaper : ITextEncoder
    {
        private readonly IFormatProvider invariant = System.Globalization.CultureInfo.InvariantCulture;

        public IFormatProvider FormatProvider => invariant;

        public void Encode(StringBuilder? text, TextWriter target) => target.Write(Html.Escape(text?.ToString() ?? ""));

        public void Encode(string? text, TextWriter target) => target.Write(Html.Escape(text ?? ""));

        public void Encode<T>(T? text, TextWriter target) where T : IEnumerator<char>
        {
            var all = new StringBuilder();
            while (text is not null && text.MoveNext()) all.Append(text.Current);
            Encode(all, target);
        }
    }

    /// <summary>Types that are elements, not text: HTML, dates and links.</summary>
    private sealed class Elements : IFormatter, IFormatterProvider
    {
        public void Format<T>(T value, in EncodedTextWriter writer)
        {
            switch (value)
            {
                case Html html: writer.Write(html.ToString(), false); break;
                case Day day: writer.Write(day.Element.ToString(), false); break;
                case Anchor anchor: writer.Write(anchor.Element.ToString(), false); break;
            }
        }

        public bool TryCreateFormatter(Type type, out IFormatter formatter)
        {
            formatter = this;
            return type == typeof(Html) || type == typeof(Day) || type == typeof(Anchor);
        }
    }
}
