using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Why something was decided, in the first sentence of the decision's own words.</summary>
internal static class Reason
{
    private const int Length = 240;

    /// <summary>The sentence, or null where the decision gives no reasons.</summary>
    public static string? Of(Decision decision)
    {
        var section = decision.Body.Sections.FirstOrDefault(s => DecisionHeadings.Reasons.Names(s) && !s.Content.IsEmpty);
        return section is null ? null : Summary.Cut(FirstSentence(Summary.Text(section.Content)), Length);
    }

    /// <summary>Up to the first full stop that ends a sentence: one followed by a blank and a capital letter or a quotation mark.</summary>
    internal static string FirstSentence(string text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?') || text[i + 1] != ' ') continue;
            if (char.IsUpper(text[i + 2]) || text[i + 2] is '“' or '"' or '‘') return text[..(i + 1)];
        }

        return text;
    }
}
