using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The source text as it is published beside the page: the file, without addresses of people that it does not publish.</summary>
public static class PublishedSource
{
    /// <summary>The text of a record's file.</summary>
    public static string Of(Record record)
    {
        var text = record.Core.File.Text.Text;
        return !text.Contains('@') || Contacts.ArePublishedIn(text) ? text : Contacts.Mask(text);
    }
}
