using System.Collections.Immutable;
using PublicLedger.Findings.Actors;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A row of the drawing: a name, and its piece of the lines.</summary>
public sealed record NeedRow(string Name, Html Lines);

/// <summary>
/// Who needs whom, drawn as a plan of lines: see <see cref="LineDiagram"/>. Each row has its own piece of the drawing, as
/// high as the row, so that the names beside it can wrap.
/// </summary>
/// <param name="Rows">The rows from the top.</param>
/// <param name="Description">What is drawn, for those who do not see it.</param>
public sealed record NeedDrawing(ImmutableArray<NeedRow> Rows, string Description)
{
    private const int LaneWidth = 16;

    private const int Height = 40;

    /// <summary>Where a member's own line to those it needs runs in its row.</summary>
    private const int Needs = 13;

    /// <summary>Where the line of those that need it comes in.</summary>
    private const int Needed = 27;

    /// <summary>A dot, for the key.</summary>
    public static Html Dot => Key("<path class=\"d\" d=\"M8 8h0\"/>");

    /// <summary>An arrow, for the key.</summary>
    public static Html Arrow => Key("<path class=\"l1\" d=\"M8 3L2 8L8 13M2 8H16\"/>");

    /// <summary>The drawing; null where nobody needs anybody, or there is too much to draw.</summary>
    internal static NeedDrawing? Of(ActorMap map)
    {
        ImmutableArray<Member> members = [.. map.All.Select(a => a.Member).Where(map.Reliances.SelectMany(r => new[] { r.By, r.On }).ToHashSet(ReferenceEqualityComparer.Instance).Contains)];
        var places = members.Select((m, i) => (m.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var pairs = map.Reliances.Select(r => (By: places[r.By.Id], On: places[r.On.Id])).Distinct().ToList();
        if (pairs.Count is 0 or > LineDiagram.MostPairs || members.Length > LineDiagram.MostRows) return null;
        var plan = LineDiagram.Of(members.Length, pairs);
        return new NeedDrawing(
            [.. plan.Order.Select((node, row) => new NeedRow(members[node].Title, Piece(plan, row)))],
            $"A drawing of {pairs.Count} {(pairs.Count == 1 ? "line" : "connections")} among {members.Length} members. The list below says the same in words.");
    }

    private static Html Piece(LineDiagram plan, int row)
    {
        var shapes = new List<string>();
        var far = -1;
        foreach (var line in plan.Lines.Where(l => l.Top <= row && row <= l.Bottom))
        {
            var x = X(line.Lane);
            var here = line.Row == row ? Needed : Needs;
            shapes.Add(Path(Tone(line), $"M{x} {(row == line.Top ? here : 0)}V{(row == line.Bottom ? here : Height)}"));
            if (line.Row == row) shapes.Add(Path(Tone(line), $"M{x} {Needed}H2M8 {Needed - 5}L2 {Needed}L8 {Needed + 5}"));
            else if (line.By.Contains(row)) far = Math.Max(far, x);
        }

        if (far >= 0) shapes.Add(Path("", $"M0 {Needs}H{far}"));
        // Dots last, so that they lie on top of the lines.
        foreach (var line in plan.Lines.Where(l => l.By.Contains(row))) shapes.Add(Path("d", $"M{X(line.Lane)} {Needs}h0"));
        var width = X(plan.Lanes);
        return new($"<svg viewBox=\"0 0 {width} {Height}\" preserveAspectRatio=\"none\" width=\"{width}\" height=\"{Height}\">{string.Concat(shapes)}</svg>");
    }

    private static int X(int lane) => 20 + (lane * LaneWidth);

    /// <summary>Neighbouring lines differ in colour, which means nothing: it only helps the eye.</summary>
    private static string Tone(NeedLine line) => (line.Lane % 3) switch { 0 => "l1", 1 => "l2", _ => "l3" };

    private static string Path(string shape, string d) => $"<path vector-effect=\"non-scaling-stroke\"{(shape.Length > 0 ? $" class=\"{shape}\"" : "")} d=\"{d}\"/>";

    private static Html Key(string shape) => new($"<svg class=\"key\" aria-hidden=\"true\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\">{shape}</svg>");
}
