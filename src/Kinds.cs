using System.Collections.Immutable;
using PublicLedger.Outputs;
using PublicLedger.Records;

namespace PublicLedger;

/// <summary>The kinds of record, one line each: what is read, with which template and view it is shown. The order is that of the navigation.</summary>
internal static class Kinds
{
    public static readonly ImmutableArray<KindPages> All =
    [
        new(Decision.OfKind, "decision", DecisionView.Of),
        new(Platform.OfKind, "platform", PlatformView.Of),
        new(Meeting.OfKind, "meeting", MeetingView.Of),
        new(Member.OfKind, "member", MemberView.Of),
        new(Commitment.OfKind, "commitment", CommitmentView.Of),
        new(WorkingAgreement.OfKind, "working-agreement", WorkingAgreementView.Of),
        new(Role.OfKind, "role", RoleView.Of),
        new(Outcome.OfKind, "outcome", OutcomeView.Of),
        new(Concern.OfKind, "concern", ConcernView.Of),
        new(Page.OfKind, "page", PageRecordView.Of),
        new(Coalition.OfKind, "page", PageRecordView.Of),
    ];

    /// <summary>The kinds alone, for the stages that do not show them.</summary>
    public static readonly ImmutableArray<Kind> Records = [.. All.Select(k => k.Kind)];
}
