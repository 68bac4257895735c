using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>CASE, and the tests that may follow its WHEN without the subject on their left side.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindCase(CaseSyntax syntax, ExpressionPlace place)
    {
        var shared = new List<BoundLetValue>();
        var subject = syntax.Subject is null ? null : Share(Bind(syntax.Subject, place), shared);
        var branches = syntax.Branches.Select(branch => BindBranch(branch, subject, place)).ToImmutableArray();
        var otherwise = syntax.Else is null ? null : Bind(syntax.Else, place);
        var results = branches.Select(branch => branch.Then.Type);
        var type = TypeLattice.Join(otherwise is null ? results : results.Append(otherwise.Type));
        return Unshare(new BoundCase(branches, otherwise, type, syntax.Span), shared, syntax.Span);
    }

    private BoundCaseBranch BindBranch(CaseBranchSyntax syntax, BoundExpression? subject, ExpressionPlace place)
    {
        if (subject is null)
            return new BoundCaseBranch(BindCondition(syntax.Tests[0], place, "WHEN"), Bind(syntax.Then, place));

        var tests = syntax.Tests.Select(test => BindTest(test, subject, place)).ToImmutableArray();
        var when = tests.Length == 1 ? tests[0] : new BoundLogical(LogicalOperator.Or, tests, syntax.Span);
        return new BoundCaseBranch(when, Bind(syntax.Then, place));
    }

    private BoundExpression BindTest(ExpressionSyntax syntax, BoundExpression subject, ExpressionPlace place)
    {
        switch (syntax)
        {
            case ComparisonSyntax { Operands: [CaseSubjectSyntax, var right], Operators: [var sign] }:
                return Compare(sign, subject, Bind(right, place), syntax.Span);
            case BinarySyntax { Left: CaseSubjectSyntax } binary:
                return BindBinary(binary, subject, Bind(binary.Right, place));
            case IsNullSyntax { Operand: CaseSubjectSyntax } test:
                return new BoundIsNull(subject, test.IsNegated, test.Span);
            case TruthTestSyntax { Operand: CaseSubjectSyntax } test:
                return BindTruthTest(test, subject);
            case TypeTestSyntax { Operand: CaseSubjectSyntax } test:
                return BindTypeTest(test, subject);
            case NormalizedTestSyntax { Operand: CaseSubjectSyntax } test:
                return BindNormalizedTest(test, subject);
            case LabelTestSyntax { Target: CaseSubjectSyntax } test:
                return BindLabelTest(test, subject);
            case UnarySyntax { Operator: UnaryOperator.Not, Operand: LabelTestSyntax { Target: CaseSubjectSyntax } test }:
                return new BoundNot(BindLabelTest(test, subject), syntax.Span);
        }

        var value = Bind(syntax, place);
        if (IsNullLiteral(value))
            Diagnostics.NullNeverEqual(syntax.Span, context.Source.GetText(subject.Span));
        return Compare(ComparisonOperator.Equal, subject, value, syntax.Span);
    }

    // The boolean test of GQL (ISO/IEC 39075, 20.20): what is unknown is neither true nor false.
    private BoundExpression BindTruthTest(TruthTestSyntax syntax, BoundExpression operand)
    {
        context.Parameters.Expect(operand, StaticType.Boolean);
        if (!operand.Type.CanBe(StaticType.Boolean))
            Diagnostics.NotATestedTruth(operand.Span, operand.Type);
        if (syntax.Truth is not { } truth)
            return new BoundIsNull(operand, syntax.IsNegated, syntax.Span);

        BoundConstant Constant(bool value) => new(Value.FromBoolean(value), StaticType.Boolean, syntax.Span);
        var when = truth ? operand : new BoundNot(operand, syntax.Span);
        return new BoundCase(
            [new BoundCaseBranch(when, Constant(!syntax.IsNegated))], Constant(syntax.IsNegated), StaticType.Boolean, syntax.Span);
    }

    private static BoundExpression BindTypeTest(TypeTestSyntax syntax, BoundExpression operand)
    {
        var test = new BoundCall(TypeTests.Create(syntax.Type), [operand], StaticType.Boolean, syntax.Span);
        return syntax.IsNegated ? new BoundNot(test, syntax.Span) : test;
    }

    private static BoundExpression BindNormalizedTest(NormalizedTestSyntax syntax, BoundExpression operand)
    {
        var form = new BoundConstant(Value.FromString(syntax.Form ?? "NFC"), StaticType.String, syntax.Span);
        var test = new BoundCall(FunctionRegistry.GetOperator("IS NORMALIZED"), [operand, form], StaticType.Boolean, syntax.Span);
        return syntax.IsNegated ? new BoundNot(test, syntax.Span) : test;
    }
}
