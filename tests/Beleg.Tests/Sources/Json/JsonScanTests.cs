using System.Text;
using System.Text.Json;
using Beleg.Sources.Json;

namespace Beleg.Tests.Sources.Json;

/// <summary>The quick scan and .NET's own reader must never tell two stories about one body.</summary>
public sealed class JsonScanTests
{
    private const string Body = """
        {"entry":[{"id":"1","n":-0.5e+3,"empty":{},"none":[ ],"deep":[[{"a":[1,2,{"b":null}]}]],"yes":true,"no":false,"ü\u00fc\n\"":"a longer text than sixteen bytes, with \\ and \"quotes\" and 🌷"}],"last":0}
        """;

    private static readonly byte[] Bytes = "{}[]\",:\\u0eE-+.tfnr \n\t\r\0ÿ9a"u8.ToArray();

    [Theory]
    [InlineData("{}")]
    [InlineData(" [ ] ")]
    [InlineData("0")]
    [InlineData("-1.25E-7")]
    [InlineData("\"\"")]
    [InlineData("\"\\ud83c\\udf37\"")]
    [InlineData("{\"a\":1,\"a\":[{},[],\"sixteen bytes in\",\"seventeen bytes in\"]}")]
    [InlineData(Body)]
    public void WhatIsJsonIsScannedAsTheReaderReadsIt(string text)
    {
        var tokens = new JsonTape.Token[2];
        JsonScan.TryScan(Encoding.UTF8.GetBytes(text), ref tokens, out var count).ShouldBeTrue();
        tokens[..count].Select(Told).ShouldBe(ByTheReader(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{a:1}")]
    [InlineData("[1}")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("1 2")]
    [InlineData("nul")]
    [InlineData("\"")]
    [InlineData("\"\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\ufeff{}")]
    public void WhatIsNotIsLeftToTheReader(string text)
    {
        var tokens = new JsonTape.Token[2];
        JsonScan.TryScan(Encoding.UTF8.GetBytes(text), ref tokens, out _).ShouldBeFalse();
    }

    [Fact]
    public void NestingAsDeepAsTheReaderTakesAndNoDeeper()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
        var tokens = new JsonTape.Token[2];
        JsonScan.TryScan(Encoding.UTF8.GetBytes(Nested(JsonTape.MaxDepth)), ref tokens, out _).ShouldBeTrue();
        JsonScan.TryScan(Encoding.UTF8.GetBytes(Nested(JsonTape.MaxDepth + 1)), ref tokens, out _).ShouldBeFalse();
    }

    [Fact]
    public void AChangedBodyIsScannedAsTheReaderReadsItOrRefusedByBoth()
    {
        var random = new Random(20_260_901);
        var body = Encoding.UTF8.GetBytes(Body);
        var (understood, refused) = (0, 0);
        for (var round = 0; round < 60_000; round++)
        {
            var changed = body.ToList();
            for (var change = random.Next(4); change >= 0; change--)
                Change(changed, random);
            byte[] text = [.. changed];
            var tokens = new JsonTape.Token[2];
            var scanned = JsonScan.TryScan(text, ref tokens, out var count);
            var read = ByTheReader(text);
            scanned.ShouldBe(read is not null, Encoding.UTF8.GetString(text));
            if (scanned)
                tokens[..count].Select(Told).ShouldBe(read, Encoding.UTF8.GetString(text));
            (understood, refused) = scanned ? (understood + 1, refused) : (understood, refused + 1);
        }

        understood.ShouldBeGreaterThan(1_000);
        refused.ShouldBeGreaterThan(1_000);
    }

    private static void Change(List<byte> text, Random random)
    {
        var at = random.Next(text.Count);
        switch (random.Next(3))
        {
            case 0:
                text[at] = Bytes[random.Next(Bytes.Length)];
                break;
            case 1:
                text.Insert(at, Bytes[random.Next(Bytes.Length)]);
                break;
            default:
                text.RemoveAt(at);
                break;
        }
    }

    private static (JsonTokenType Type, bool Escaped, int Start, int Length, int End) Told(JsonTape.Token token) =>
        (token.Type, token.Escaped, token.Start, token.Length, token.End);

    private static List<(JsonTokenType Type, bool Escaped, int Start, int Length, int End)>? ByTheReader(byte[] text)
    {
        var tokens = new List<(JsonTokenType Type, bool Escaped, int Start, int Length, int End)>();
        var open = new Stack<int>();
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = JsonTape.MaxDepth });
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var opened = open.Pop();
                        tokens[opened] = tokens[opened] with { Length = start + 1 - tokens[opened].Start, End = tokens.Count };
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(tokens.Count);
                        tokens.Add((reader.TokenType, false, start, 0, 0));
                        break;
                    case JsonTokenType.String or JsonTokenType.PropertyName:
                        tokens.Add((reader.TokenType, reader.ValueIsEscaped, start + 1, reader.ValueSpan.Length, tokens.Count + 1));
                        break;
                    default:
                        tokens.Add((reader.TokenType, false, start, reader.ValueSpan.Length, tokens.Count + 1));
                        break;
                }
            }

            return tokens;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
