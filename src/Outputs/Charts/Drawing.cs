using System.Globalization;
using System.Text;

namespace PublicLedger.Outputs;

/// <summary>
/// The few shapes that charts are made of. Drawings are stretched to the width of the page, so that lines keep their own
/// width (<c>non-scaling-stroke</c>) and a dot is a line of no length with round ends, which stays round.
/// </summary>
internal static class Drawing
{
    /// <summary>How high a drawing is, in its own units; it is 100 wide.</summary>
    public const decimal Height = 40;

    /// <summary>A bar in a table; what it says stands beside it, so that it is hidden from screen readers.</summary>
    public static Html Bar(params IEnumerable<string> shapes) =>
        new($"<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" width=\"320\" height=\"20\">{string.Concat(shapes)}</svg>");

    /// <summary>A drawing that stands for itself, with a name and a description for those who do not see it.</summary>
    public static Html Figure(string id, string title, string description, IEnumerable<string> shapes) => new(
        $"<svg class=\"line\" role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\" viewBox=\"0 0 100 {Number(Height)}\" preserveAspectRatio=\"none\" width=\"640\" height=\"200\">"
        + $"<title id=\"{id}-t\">{Html.Escape(title)}</title><desc id=\"{id}-d\">{Html.Escape(description)}</desc>{string.Concat(shapes)}</svg>");

    /// <summary>A small square with a shape, for a key.</summary>
    public static Html Key(string shape) =>
        new($"<svg class=\"key\" aria-hidden=\"true\" viewBox=\"0 0 10 10\" width=\"16\" height=\"16\">{shape}</svg>");

    /// <summary>A piece of a bar.</summary>
    /// <param name="shape">How it looks.</param>
    /// <param name="x">Where it starts, in hundredths of the width.</param>
    /// <param name="width">How wide it is.</param>
    public static string Piece(PartShape shape, decimal x, decimal width) =>
        $"<rect vector-effect=\"non-scaling-stroke\" class=\"{shape.Class}\" x=\"{Number(x)}\" y=\"{Number(shape.Inset)}\" width=\"{Number(width)}\" height=\"{Number(10 - 2 * shape.Inset)}\"/>";

    /// <summary>A whole bar that stands for itself, with a name and a description for those who do not see it.</summary>
    public static Html Bar(string id, string title, string description, IEnumerable<string> shapes) => new(
        $"<svg class=\"bar\" role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" width=\"640\" height=\"32\">"
        + $"<title id=\"{id}-t\">{Html.Escape(title)}</title><desc id=\"{id}-d\">{Html.Escape(description)}</desc>{string.Concat(shapes)}</svg>");

    /// <summary>A line through points.</summary>
    public static string Path(string shape, IEnumerable<(decimal X, decimal Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points) path.Append(path.Length == 0 ? "M" : "L").Append(Number(x)).Append(' ').Append(Number(y));
        return $"<path vector-effect=\"non-scaling-stroke\" class=\"{shape}\" d=\"{path}\"/>";
    }

    /// <summary>Dots, all of one kind.</summary>
    public static string Dots(IEnumerable<(decimal X, decimal Y)> points)
    {
        var path = string.Concat(points.Select(p => $"M{Number(p.X)} {Number(p.Y)}h0"));
        return path.Length == 0 ? "" : $"<path vector-effect=\"non-scaling-stroke\" class=\"dot\" d=\"{path}\"/>";
    }

    /// <summary>The line at the bottom, where zero is.</summary>
    public static string Ground => $"<path vector-effect=\"non-scaling-stroke\" class=\"ax\" d=\"M0 {Number(Height)}H100\"/>";

    /// <summary>A dashed line across a drawing.</summary>
    public static string Across(decimal y) => $"<path vector-effect=\"non-scaling-stroke\" class=\"goal\" d=\"M0 {Number(y)}H100\"/>";

    /// <summary>A dashed line down a bar.</summary>
    public static string Down(decimal x) => $"<path vector-effect=\"non-scaling-stroke\" class=\"goal\" d=\"M{Number(x)} 0V10\"/>";

    /// <summary>A coordinate, to a hundredth.</summary>
    public static string Number(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
