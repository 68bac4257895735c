using CsCheck;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Tests.Binding;

public sealed class TypeLatticeTests
{
    private static readonly Gen<StaticType> Scalars = Gen.OneOfConst(
        StaticType.Any,
        StaticType.Null,
        StaticType.Boolean,
        StaticType.Number,
        StaticType.Integer,
        StaticType.Float,
        StaticType.String,
        StaticType.Date,
        StaticType.Map,
        StaticType.Node,
        StaticType.Edge,
        StaticType.Path);

    private static readonly Gen<StaticType> Types = Gen.Recursive<StaticType>((depth, self) =>
        depth > 2 ? Scalars : Gen.Frequency((3, Scalars), (1, self.Select(StaticType.ListOf))));

    [Fact]
    public void AJoinDependsNeitherOnOrderNorOnGrouping() => Gen.Select(Types, Types, Types).Sample((a, b, c) =>
    {
        Assert.Equal(TypeLattice.Join(a, b), TypeLattice.Join(b, a));
        Assert.Equal(TypeLattice.Join(TypeLattice.Join(a, b), c), TypeLattice.Join(a, TypeLattice.Join(b, c)));
        Assert.Equal(a, TypeLattice.Join(a, a));
    });

    [Fact]
    public void NullIsBelowAndAnyIsAboveEveryType() => Types.Sample(type =>
    {
        Assert.Equal(type, TypeLattice.Join(StaticType.Null, type));
        Assert.Equal(StaticType.Any, TypeLattice.Join(StaticType.Any, type));
    });

    [Fact]
    public void WhatFitsATypeFitsEveryJoinOfIt() => Gen.Select(Types, Types, Types).Sample((actual, other, wanted) =>
    {
        Assert.True(actual.CanBe(TypeLattice.Join(actual, other)));

        // Null alone fits everything, and a join skips it.
        if (actual.Kind != TypeKind.Null && actual.CanBe(wanted))
            Assert.True(TypeLattice.Join(actual, other).CanBe(wanted));
    });
}
