using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Tests.Warehouse.DuckDb;

public sealed class TypeTests : IDisposable
{
    private readonly ScratchEngine engine = new();
    private readonly DuckDbConnection connection;

    public TypeTests() => connection = engine.Connect();

    public void Dispose()
    {
        connection.Dispose();
        engine.Dispose();
    }

    private T One<T>(string sql, RowReader<T> read, params object?[] values) => connection.Query(sql, values, read).ShouldHaveSingleItem();

    [Theory]
    [InlineData("(-128)::tinyint", -128)]
    [InlineData("255::utinyint", 255)]
    [InlineData("(-32768)::smallint", -32768)]
    [InlineData("65535::usmallint", 65535)]
    [InlineData("(-2147483648)::integer", int.MinValue)]
    [InlineData("4294967295::uinteger", 4294967295)]
    [InlineData("(-9223372036854775808)::bigint", long.MinValue)]
    [InlineData("9223372036854775807::ubigint", long.MaxValue)]
    [InlineData("sum(x::bigint) from range(4) t(x)", 6)]
    public void WholeNumbersOfEveryWidthAreRead(string expression, long expected) =>
        One($"select {expression}", row => row.Long(0)).ShouldBe(expected);

    [Fact]
    public void ASumBeyondSixtyFourBitsIsReadWholeAndNeverCutOff()
    {
        const string Sum = "select sum(x) from (values (9223372036854775807::bigint), (9223372036854775807::bigint), (-5)) t(x)";
        One(Sum, row => row.Wide(0)).ShouldBe((Int128)long.MaxValue * 2 - 5);
        One("select -170141183460469231731687303715884105727::hugeint", row => row.Wide(0)).ShouldBe(-Int128.MaxValue);
        Should.Throw<OverflowException>(() => One(Sum, row => row.Long(0)));
    }

    [Theory]
    [InlineData("-12.34::decimal(4,2)", "-12.34")]
    [InlineData("1234567.89::decimal(9,2)", "1234567.89")]
    [InlineData("123456789012345.678::decimal(18,3)", "123456789012345.678")]
    [InlineData("-1234567890123456789.12345::decimal(38,5)", "-1234567890123456789.12345")]
    [InlineData("79228162514264337593543950335.0::decimal(38,1)", "79228162514264337593543950335")]
    [InlineData("0.01::decimal(38,30)", "0.01")]
    public void DecimalsOfEveryWidthAreExact(string expression, string expected) =>
        One($"select {expression}", row => row.Decimal(0)).ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void RealNumbersAreRead()
    {
        One("select 1.5::float, 0.1::double, 'nan'::double, 2.5::decimal(3,1)", row => (row.Double(0), row.Double(1), row.Double(2), row.Double(3)))
            .ShouldBe((1.5, 0.1, double.NaN, 2.5));
    }

    [Theory]
    [InlineData("1969-12-31T23:59:59.999999Z")]
    [InlineData("2026-03-29T01:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void InstantsKeepTheirMicroseconds(string text)
    {
        var instant = NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
        One("select ?::timestamp, ?::timestamp::varchar, ?::timestamptz", row => (row.Instant(0), row.Instant(2)), instant, instant, instant)
            .ShouldBe((instant, instant));
        connection.Scalar<string>("select strftime(?::timestamp, '%Y-%m-%d')", [instant]).ShouldBe(text[..10]);
    }

    [Fact]
    public void DatesAreDays()
    {
        var date = new LocalDate(2028, 2, 29);
        One("select ?::date, ?::date + 1, date '1969-12-31'", row => (row.Date(0), row.Date(1), row.Date(2)), date, date)
            .ShouldBe((date, new LocalDate(2028, 3, 1), new LocalDate(1969, 12, 31)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("twelve bytes")]
    [InlineData("thirteen byte")]
    [InlineData("Blumenstrauß für 花子 🌷, e\u0301 شكرا")]
    [InlineData("a quote ' and \0 a zero")]
    public void TextComesBackAsItWent(string text) =>
        One("select ?::varchar, ?::varchar || '!'", row => (row.Text(0), row.Text(1)), text, text).ShouldBe((text, text + "!"));

    [Fact]
    public void AMegabyteOfTextComesBackAsItWent()
    {
        var text = string.Concat(Enumerable.Repeat("ü🌷", 200_000));
        One("select ?::varchar", row => row.Text(0), text).ShouldBe(text);
    }

    [Fact]
    public void BytesComeBackAsTheyWent()
    {
        var bytes = Enumerable.Range(0, 300).Select(value => (byte)value).ToArray();
        One("select ?::blob, ?::blob", row => (row.Bytes(0), row.Bytes(1)), bytes, Array.Empty<byte>()).Item1.ShouldBe(bytes);
        connection.Scalar<bool>("select octet_length(?::blob) = 0", [Array.Empty<byte>()]).ShouldBeTrue();
    }

    [Fact]
    public void EnumsAreLabelsAndIndexes()
    {
        connection.ExecuteScript("create type mood as enum ('glad', 'a longer label than inline', 'sad')");
        connection.Query("select unnest(enum_range(null::mood))::mood", [], row => (row.Text(0), row.Long(0)))
            .ShouldBe([("glad", 0), ("a longer label than inline", 1), ("sad", 2)]);
    }

    [Fact]
    public void AnEnumOfThreeHundredLabelsIsRead()
    {
        connection.ExecuteScript($"create type many as enum ({string.Join(',', Enumerable.Range(0, 300).Select(index => $"'l{index}'"))})");
        One("select 'l299'::many", row => (row.Text(0), row.Long(0))).ShouldBe(("l299", 299));
    }

    [Fact]
    public void ListsAreReadRowByRow()
    {
        connection.Query("select l, d, t from (values ([1, 2, 3], [0.5::double], ['a', null, 'a text that is not inline']), ([], [], []), ([9], [1, 2], ['z'])) t(l, d, t)",
            [], row => (string.Join(',', row.Longs(0)), string.Join(',', row.Doubles(1)), string.Join(',', row.Texts(2).Select(text => text ?? "-"))))
            .ShouldBe([("1,2,3", "0.5", "a,-,a text that is not inline"), ("", "", ""), ("9", "1,2", "z")]);
    }

    [Fact]
    public void ListsBindAsOneParameter()
    {
        connection.Query("select x from range(10) t(x) where x in (select unnest(?::bigint[])) order by x", [new long[] { 7, 3, 40 }], row => row.Long(0)).ShouldBe([3, 7]);
        connection.Query("select x from (values ('a'), ('b')) t(x) where x = any(?)", [new[] { "b", "it's" }], row => row.Text(0)).ShouldBe(["b"]);
        connection.Query("select x from range(10) t(x) where x in (select unnest(?::bigint[]))", [Array.Empty<long>()], row => row.Long(0)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryTypeBindsNull()
    {
        foreach (var type in (string[])["boolean", "bigint", "double", "timestamp", "date", "decimal(18,2)", "varchar", "blob", "hugeint", "bigint[]"])
            One($"select ?::{type}", row => row.IsNull(0), (object?)null).ShouldBeTrue(type);
    }

    [Fact]
    public void BoundValuesKeepTheirTypes()
    {
        One("select typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), typeof(?)",
            row => string.Join(' ', Enumerable.Range(0, 6).Select(row.Text)), true, 1, 2L, 0.5, Int128.MaxValue, "x").ShouldBe("BOOLEAN INTEGER BIGINT DOUBLE HUGEINT VARCHAR");
        One("select ?::decimal(38,10), ? + 0", row => (row.Decimal(0), row.Wide(1)), -79228162514264.3375935m, Int128.MinValue + 1)
            .ShouldBe((-79228162514264.3375935m, Int128.MinValue + 1));
        One("select ?::ubigint::varchar", row => row.Text(0), ulong.MaxValue).ShouldBe("18446744073709551615");
    }

    [Fact]
    public void NullsAreSeenInEveryPlaceOfAChunk()
    {
        var seen = connection.Query("select case when x % 3 = 0 then null else x end from range(5000) t(x)", [], row => row.LongOrNull(0));
        seen.ShouldBe(Enumerable.Range(0, 5000).Select(x => x % 3 == 0 ? null : (long?)x));
    }

    [Fact]
    public void ANullWhereAValueIsNeededIsAnError() =>
        Should.Throw<DuckDbException>(() => One("select null::bigint as amount", row => row.Long(0))).Message.ShouldContain("amount");

    [Fact]
    public void AColumnReadAsAnotherTypeIsAnError()
    {
        Should.Throw<DuckDbException>(() => One("select 'x' as name", row => row.Long(0))).Message.ShouldContain("name");
        Should.Throw<DuckDbException>(() => One("select 1 as amount", row => row.Text(0))).Message.ShouldContain("amount");
    }

    [Fact]
    public void WholeVectorsAreReadAsSpans()
    {
        using var result = connection.Run("select x, (x * 0.5)::double from range(4000) t(x)", []);
        var (sum, half, rows) = (0L, 0.0, 0);
        while (result.NextChunk() is { } chunk)
        {
            using (chunk)
            {
                foreach (var value in chunk[0].Values<long>())
                    sum += value;
                foreach (var value in chunk[1].Values<double>())
                    half += value;
                rows += chunk.Count;
                Should.Throw<DuckDbException>(() => chunk[0].Values<int>().Length);
            }
        }
        (sum, half, rows).ShouldBe((4000L * 3999 / 2, 4000 * 3999 / 4.0, 4000));
    }

    [Fact]
    public void ScalarsAreReadAsTheTypeAskedFor()
    {
        connection.Scalar<long?>("select null::bigint").ShouldBeNull();
        connection.Scalar<long?>("select 5").ShouldBe(5);
        connection.Scalar<int>("select 5 where false").ShouldBe(0);
        connection.Scalar<string>("select 'x'").ShouldBe("x");
        connection.Scalar<Int128>("select sum(x) from range(3) t(x)").ShouldBe(3);
    }
}
