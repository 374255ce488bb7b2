using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said while pages are made.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A template of a name that no page uses.</summary>
    public void TemplateUnknown(Location at, string name, IReadOnlyCollection<string> known) =>
        Error(at, $"No page uses a template called \"{name}\".", Spelling.Nearest(name, known) is { } near ? $"Did you mean \"{near}\"?" : "Parts of your own go into templates/parts/.");

    /// <summary>A name that the view does not have.</summary>
    public void TemplateNameUnknown(Location at, string name, IReadOnlyCollection<string> known) =>
        Error(at, $"This page has nothing called \"{name}\".", Spelling.Nearest(name, known) is { } near ? $"Did you mean \"{near}\"?" : $"It has: {string.Join(", ", known)}.");

    /// <summary>Something in braces that the templates do not know.</summary>
    public void TemplateWordUnknown(Location at, string words) =>
        Error(at, $"\"{Short(words)}\" is not understood in a template.", "Write a name, or one of #if, #unless, #each, #with, else and > part.");

    /// <summary>Two braces without their partners.</summary>
    public void TemplateBracesOpen(Location at) => Error(at, "These braces do not end.", "Write }} after the name.");

    /// <summary>Three braces, which would let raw text through.</summary>
    public void TemplateRawOutput(Location at) =>
        Error(at, "Three braces are not allowed: they would let text through as it is.", "Write two. What is HTML already passes by itself.");

    /// <summary>A block that is not closed.</summary>
    public void TemplateBlockNotClosed(Location at, string block) => Error(at, $"This #{block} is not closed.", $"Write {{{{/{block}}}}} where it ends.");

    /// <summary>A closing without its opening.</summary>
    public void TemplateBlockNotOpen(Location at, string block) => Error(at, $"/{block} closes nothing here.", "Remove it, or look for the block before it.");

    /// <summary>An include of a part that is not there.</summary>
    public void TemplatePartUnknown(Location at, string name, IReadOnlyCollection<string> known) =>
        Error(at, $"There is no template part called \"{name}\".", Spelling.DidYouMean(name, known));

    /// <summary>A part that includes itself.</summary>
    public void TemplatePartEndless(Location at, string name) => Error(at, $"The part \"{name}\" includes itself, so that it would never end.", "Remove this include.");

    /// <summary>A template that the engine cannot fill although its names are right.</summary>
    public void TemplateBroken(Location at, string reason) => Error(at, $"The template cannot be used: {Lower(reason)}.");
}
